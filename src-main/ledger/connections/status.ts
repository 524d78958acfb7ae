/** How an account came out of its last download. What is under way, or was set right by an adjusting entry, follows from elsewhere. */
export const ACCOUNT_STATUS = /* sql */ `
  CASE WHEN said.status IS NOT 'DEPRECATED' AND connection.update_status = 'IN_PROGRESS' THEN 'DOWNLOAD_IN_PROGRESS'
       WHEN said.status = 'UPDATED' AND EXISTS (SELECT 1 FROM txn INDEXED BY txn_adjusting WHERE is_adjusting = 1 AND account_id = said.account_id AND deleted_at IS NULL) THEN 'UPDATED_FIXED'
       ELSE said.status END`
