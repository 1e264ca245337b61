# Instalar el nodo
# Install the node
#
# From es-ES/mail-gateway/install-an-edge-node.md, line 43. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Inicie sesión en el servidor con la cuenta de instalación.
#    Sign in to the server with the setup account.

# 2. Inserte el medio de instalación. Realice una de las siguientes acciones:
#    Insert the installation medium. Do one of the following:
# (Do one of the next 2.)

# 2.- En un servidor con escritorio, abra la carpeta Setup y haga doble clic en Setup.exe.
#     On a server with a desktop, open the Setup folder and double-click Setup.exe.

# 2.- En un servidor sin escritorio, abra un símbolo del sistema con privilegios elevados y ejecute este comando:
#     On a server without a desktop, open an elevated prompt and run this command:
# (console, not run here:)
# setup.exe /quiet /role:edge /log:C:\Logs\setup.txt
# (In any case:)
# NOTE: La instalación dura hasta 20 minutos y reinicia el servidor una vez.
#       The installation takes up to 20 minutes and restarts the server once.
# IMPORTANT: No apague el servidor mientras se crea la base de datos. Una instalación interrumpida debe eliminarse a mano.
#            Don't turn off the server while the database is being created. An interrupted installation has to be removed by hand.

# 3. Después del reinicio, registre el nodo en el concentrador:
#    After the restart, register the node with the hub:

# 3.1. En el concentrador, abra Gateway Console y seleccione Nodos > Agregar.
#      On the hub, open Gateway Console and select Nodes > Add.

# 3.2. Escriba el nombre del nodo y, a continuación, copie la clave de registro.
#      Type the name of the node, and then copy the registration key.
# [image] Cuadro de diálogo Agregar nodo con una clave de registro media/add-node.png

# 3.3. En el nodo, ejecute el siguiente cmdlet, donde <HubName> es el nombre de su concentrador:
#      On the node, run the following cmdlet, where <HubName> is the name of your hub:
# (Replace: <HubName>)
$key = Read-Host -Prompt "Key"
Register-FmgNode -Hub "<HubName>" -Key $key

# 4. Espere hasta que el estado del nodo cambie a Listo. Esto puede tardar unos minutos.
#    Wait until the status of the node changes to Ready. This can take a few minutes.
# [image] Página Nodos, donde un nodo está listo media/node-ready.png
# Si el estado sigue siendo Pendiente, compruebe el reloj del servidor.
# If the status stays at Pending, check the clock of the server.
Get-FmgNode | Where-Object { $_.Status -ne "Ready" }

# 5. Envíe un mensaje de prueba a cada una de estas direcciones:
#    Send a test message to each of these addresses:

# 5.- Una dirección dentro de la organización
#     An address inside your organization

# 5.- Una dirección fuera de la organización
#     An address outside your organization
# TIP: Sirve un buzón gratuito de cualquier proveedor.
#      A free mailbox at any provider will do.

# 6. Seleccione Finalizar.
#    Select Finish.
