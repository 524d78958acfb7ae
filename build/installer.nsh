; .xml and .csv belong to everyone: Windows offers Kontor under "Open with" for them, and their owner stays who it was.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Kontor.statement" "" "Bank statement"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Kontor.statement\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Kontor.statement\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\.xml\OpenWithProgids" "Kontor.statement" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.csv\OpenWithProgids" "Kontor.statement" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.xml\OpenWithProgids" "Kontor.statement"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.csv\OpenWithProgids" "Kontor.statement"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Kontor.statement"
!macroend
