# Installieren des Knotens
# Install the node
#
# From de-DE/mail-gateway/install-an-edge-node.md, line 43. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Melden Sie sich mit dem Setupkonto beim Server an.
#    Sign in to the server with the setup account.

# 2. Legen Sie das Installationsmedium ein. Führen Sie einen der folgenden Schritte aus:
#    Insert the installation medium. Do one of the following:
# (Do one of the next 2.)

# 2.- Öffnen Sie auf einem Server mit Desktop den Ordner Setup, und doppelklicken Sie auf Setup.exe.
#     On a server with a desktop, open the Setup folder and double-click Setup.exe.

# 2.- Öffnen Sie auf einem Server ohne Desktop eine Eingabeaufforderung mit erhöhten Rechten, und führen Sie diesen Befehl aus:
#     On a server without a desktop, open an elevated prompt and run this command:
# (console, not run here:)
# setup.exe /quiet /role:edge /log:C:\Logs\setup.txt
# (In any case:)
# NOTE: Die Installation dauert bis zu 20 Minuten und startet den Server einmal neu.
#       The installation takes up to 20 minutes and restarts the server once.
# IMPORTANT: Schalten Sie den Server nicht aus, während die Datenbank erstellt wird. Eine unterbrochene Installation muss von Hand entfernt werden.
#            Don't turn off the server while the database is being created. An interrupted installation has to be removed by hand.

# 3. Registrieren Sie den Knoten nach dem Neustart beim Hub:
#    After the restart, register the node with the hub:

# 3.1. Öffnen Sie auf dem Hub Gateway Console, und wählen Sie Knoten > Hinzufügen aus.
#      On the hub, open Gateway Console and select Nodes > Add.

# 3.2. Geben Sie den Namen des Knotens ein, und kopieren Sie dann den Registrierungsschlüssel.
#      Type the name of the node, and then copy the registration key.
# [image] Das Dialogfeld „Knoten hinzufügen“ mit einem Registrierungsschlüssel media/add-node.png

# 3.3. Führen Sie auf dem Knoten das folgende Cmdlet aus, wobei <HubName> der Name Ihres Hubs ist:
#      On the node, run the following cmdlet, where <HubName> is the name of your hub:
# (Replace: <HubName>)
$key = Read-Host -Prompt "Key"
Register-FmgNode -Hub "<HubName>" -Key $key

# 4. Warten Sie, bis sich der Status des Knotens in Bereit ändert. Dies kann einige Minuten dauern.
#    Wait until the status of the node changes to Ready. This can take a few minutes.
# [image] Die Seite „Knoten“, auf der ein Knoten bereit ist media/node-ready.png
# Wenn der Status Ausstehend bleibt, überprüfen Sie die Uhr des Servers.
# If the status stays at Pending, check the clock of the server.
Get-FmgNode | Where-Object { $_.Status -ne "Ready" }

# 5. Senden Sie eine Testnachricht an jede dieser Adressen:
#    Send a test message to each of these addresses:

# 5.- Eine Adresse innerhalb Ihrer Organisation
#     An address inside your organization

# 5.- Eine Adresse außerhalb Ihrer Organisation
#     An address outside your organization
# TIP: Ein kostenloses Postfach bei einem beliebigen Anbieter genügt.
#      A free mailbox at any provider will do.

# 6. Wählen Sie Fertig stellen aus.
#    Select Finish.
