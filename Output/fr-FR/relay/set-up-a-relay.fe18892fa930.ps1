# Configurer le relais
# Set up the relay
#
# From fr-FR/relay/set-up-a-relay.md, line 39. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Connectez-vous au premier serveur du pool.
#    Sign in to the first server of the pool.

# 2. Effectuez l’une des opérations suivantes :
#    Do one of the following:
# (Do one of the next 2. The code of number 2 is to run, because number 1 has none. All other code is a comment.)

# 2.- Pour utiliser l’Assistant, sélectionnez Démarrer > Configuration du relais.
#     To use the wizard, select Start > Relay Setup.

# 2.- Pour utiliser l’interpréteur de commandes, tapez la commande suivante :
#     To use the shell, type the following command:
# (Replace: <RelayName>)
New-FabRelay -Identity <RelayName> -Pool "pool01.contoso.com" -Port 5071
# (In any case:)
# NOTE: L’Assistant demande un redémarrage, pas l’interpréteur de commandes.
#       The wizard asks for a restart; the shell does not.
# IMPORTANT: Ne fermez pas la fenêtre avant la fin de la configuration.
#            Do not close the window until the setup is complete.
# [image] La fenêtre de configuration media/relay-setup.png

# 3. Vérifiez l’état du relais :
#    Check the state of the relay:
# (Replace: <RelayName>)
Get-FabRelay -Identity <RelayName> | Format-List Name, State
#
# Name  : Branch01
# State : Running

# 4. Sélectionnez Terminer.
#    Select Finish.
