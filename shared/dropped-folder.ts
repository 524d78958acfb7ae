/**
 * A dropped folder comes as a file that cannot be read and may have any name. Where it is dropped the browser still tells;
 * it goes on as an empty file of this type, which is what desktops call a folder (freedesktop shared-mime-info).
 */
export const FOLDER_TYPE = 'inode/directory'
