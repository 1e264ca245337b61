# Configurar la retransmisión
# Set up the relay
#
# From es-ES/relay/set-up-a-relay.md, line 39. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Inicie sesión en el primer servidor del grupo.
#    Sign in to the first server of the pool.

# 2. Realice una de las acciones siguientes:
#    Do one of the following:
# (Do one of the next 2. The code of number 2 is to run, because number 1 has none. All other code is a comment.)

# 2.- Para usar el asistente, seleccione Inicio > Configuración de retransmisión.
#     To use the wizard, select Start > Relay Setup.

# 2.- Para usar el shell, escriba el comando siguiente:
#     To use the shell, type the following command:
# (Replace: <RelayName>)
New-FabRelay -Identity <RelayName> -Pool "pool01.contoso.com" -Port 5071
# (In any case:)
# NOTE: El asistente pide un reinicio; el shell no.
#       The wizard asks for a restart; the shell does not.
# IMPORTANT: No cierre la ventana hasta que finalice la configuración.
#            Do not close the window until the setup is complete.
# [image] La ventana de configuración media/relay-setup.png

# 3. Compruebe el estado de la retransmisión:
#    Check the state of the relay:
# (Replace: <RelayName>)
Get-FabRelay -Identity <RelayName> | Format-List Name, State
#
# Name  : Branch01
# State : Running

# 4. Seleccione Finalizar.
#    Select Finish.
