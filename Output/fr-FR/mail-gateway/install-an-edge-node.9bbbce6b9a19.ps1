# Installer le nœud
# Install the node
#
# From fr-FR/mail-gateway/install-an-edge-node.md, line 43. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Connectez-vous au serveur avec le compte d’installation.
#    Sign in to the server with the setup account.

# 2. Insérez le support d’installation. Effectuez l’une des opérations suivantes :
#    Insert the installation medium. Do one of the following:
# (Do one of the next 2.)

# 2.- Sur un serveur doté d’un bureau, ouvrez le dossier Setup et double-cliquez sur Setup.exe.
#     On a server with a desktop, open the Setup folder and double-click Setup.exe.

# 2.- Sur un serveur sans bureau, ouvrez une invite avec élévation de privilèges et exécutez cette commande :
#     On a server without a desktop, open an elevated prompt and run this command:
# (console, not run here:)
# setup.exe /quiet /role:edge /log:C:\Logs\setup.txt
# (In any case:)
# NOTE: L’installation dure jusqu’à 20 minutes et redémarre le serveur une fois.
#       The installation takes up to 20 minutes and restarts the server once.
# IMPORTANT: N’éteignez pas le serveur pendant la création de la base de données. Une installation interrompue doit être supprimée à la main.
#            Don't turn off the server while the database is being created. An interrupted installation has to be removed by hand.

# 3. Après le redémarrage, inscrivez le nœud auprès du concentrateur :
#    After the restart, register the node with the hub:

# 3.1. Sur le concentrateur, ouvrez Gateway Console et sélectionnez Nœuds > Ajouter.
#      On the hub, open Gateway Console and select Nodes > Add.

# 3.2. Tapez le nom du nœud, puis copiez la clé d’inscription.
#      Type the name of the node, and then copy the registration key.
# [image] Boîte de dialogue Ajouter un nœud avec une clé d’inscription media/add-node.png

# 3.3. Sur le nœud, exécutez l’applet de commande suivante, où <HubName> est le nom de votre concentrateur :
#      On the node, run the following cmdlet, where <HubName> is the name of your hub:
# (Replace: <HubName>)
$key = Read-Host -Prompt "Key"
Register-FmgNode -Hub "<HubName>" -Key $key

# 4. Attendez que l’état du nœud passe à Prêt. L’opération peut durer quelques minutes.
#    Wait until the status of the node changes to Ready. This can take a few minutes.
# [image] Page Nœuds, où un nœud est prêt media/node-ready.png
# Si l’état reste En attente, vérifiez l’horloge du serveur.
# If the status stays at Pending, check the clock of the server.
Get-FmgNode | Where-Object { $_.Status -ne "Ready" }

# 5. Envoyez un message de test à chacune de ces adresses :
#    Send a test message to each of these addresses:

# 5.- Une adresse au sein de votre organisation
#     An address inside your organization

# 5.- Une adresse en dehors de votre organisation
#     An address outside your organization
# TIP: Une boîte aux lettres gratuite chez n’importe quel fournisseur convient.
#      A free mailbox at any provider will do.

# 6. Sélectionnez Terminer.
#    Select Finish.
