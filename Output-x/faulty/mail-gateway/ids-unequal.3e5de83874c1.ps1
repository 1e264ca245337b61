# Löschen der Nachrichten
# Purge the messages
#
# From faulty/mail-gateway/ids-unequal.md, line 36. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Öffnen Sie die Gateway Shell.
#    Open the Gateway Shell.

# 2. Führen Sie den folgenden Befehl aus, wobei {your URL} die Adresse Ihrer Hilfeseite ist:
#    Run the following command, where {your URL} is the address of your help page:
# (Replace: {your URL})
Clear-FmgQuarantine -OlderThan 30 -SupportUrl "{your URL}"

# 3. Überprüfen Sie mit Get-FmgQuarantine die Anzahl der verbleibenden Nachrichten.
#    Check the number of remaining messages with Get-FmgQuarantine.
