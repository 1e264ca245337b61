/// The words by which instructions are detected.
extension InstructionDetector {
    /// Verbs that begin an instruction in documentation.
    static let verbs = Word.set(
        """
        abort accept acquire activate adapt add adjust advise aggregate agree align allocate allow amend analyze
        announce answer append apply approve archive arrange ask assess assign assist associate attach attend augment
        authorize avoid be begin bind block bookmark boot bring browse build buy calculate cancel capture categorize
        celebrate change check choose clarify clean clear click clone close collaborate collapse collect combine come
        commit communicate compare compile complete compose compute condense conduct configure confirm connect
        consider consolidate construct consult contact continue convert coordinate copy correlate count create
        customize cut deactivate debug decide declare decode decommission decompress decrease dedicate deduplicate
        define deinitialize delegate delete deliver demonstrate demote deploy deprecate derive describe deselect
        destroy detach detect determine develop diagnose disable disassociate discard disconnect discover discuss
        dismiss dismount distribute divide do don don't double-check double-click download drag draw drill drive drop
        edit educate eject eliminate embed emit employ enable encode encourage encrypt end enforce engage enlist
        enrich enroll ensure enter enumerate escape establish evaluate examine exclude execute exit expand experiment
        explain explore export expose extend extract fetch fill finalize find fine-tune finish fix follow force
        forward gather generate get give go grant handle help hide highlight hover identify ignore implement import
        improve include increase indicate infer inform initialize initiate inject insert inspect install instantiate
        instruct integrate introduce invalidate investigate invite invoke isolate iterate join keep kick launch learn
        leave let leverage locate lock log look maintain make manage manipulate mark measure meet merge migrate
        minimise minimize mitigate modify monitor mount move multiply navigate normalize notify obfuscate observe
        obtain omit onboard open opt optimise optimize organize override pair parse paste pause perform personalize
        pick plug populate precompute prepare prepend preserve press prevent preview prioritize proceed promote
        prompt propose protect prove provide provision publish pull purchase push put query quit raise re-enter
        re-run read reassign rebase reboot rebuild recall receive recommend recompile reconcile reconfigure reconnect
        recover recreate redeem redeploy redirect reduce refer refine reformat refresh register reinstall relaunch
        release relink reload relocate rely remap remember remind remove rename render reopen repackage repair repeat
        replace replicate reproduce rerun reserve reset resize resolve restart restore restrict resubmit resume
        retain retest retire retrieve retry reuse revert review revise revisit revoke rewrite right-click right-tap
        roll rotate run sanitize save schedule scroll secure select send separate serve set share shrink shut sign
        simplify simulate skip slide solve sort spawn specify split squash standardize start stay stick stop store
        streamline strengthen submit subscribe substitute subtract sum summarize supply suspend swap swipe switch
        sync synchronize tag tailor take tap target tell terminate think throttle tick tighten toggle train transfer
        translate trim troubleshoot truncate try tune turn type unassign unblock uncheck uncomment uncompress
        underline understand undo uninitialize uninstall unload unlock unmount unpack unplug unregister unselect
        unset untag unwrap unzip update upgrade upload use utilize validate verify view visit wait walk watch work
        wrap write zip zoom
        """)

    /// Words that are as often nouns as verbs. Before one of ``wordsAfterVerb`` they are verbs.
    static let nounsOrVerbs = Word.set(
        """
        access address audit back backup call control correct design dial display document email empty estimate
        exchange file filter focus fork format free function grid group guide hold host increment index instrument
        issue label limit link list listen load lower map match name note number object order page pass pin place
        plan play point policy port post prefix print process program project purge queue record report request
        research return route scan scrape script search sequence show state support table test thank trace track
        trigger trust value voice
        """)

    /// Words that often follow a verb and seldom follow a noun.
    static let wordsAfterVerb = Word.set(
        """
        a about all an and another any as at back both down each either every everyone following for from how if in into
        it its off on one only or out over some that the their them these this those through to up us users what when
        where whether which who with you your yourself
        """)

    /// Words that begin a phrase before the instruction: "On the **Users** page, click …".
    static let openers = Word.set(
        """
        after again another as at because before between by depending during for from given if in inside next once on
        otherwise since though to under unless until upon using when where while with within without
        """)

    /// Words before the verb that say in which order or how often to act.
    static let skippedWords = Word.set(
        """
        also always and but carefully either finally first fully instead just last lastly manually never next now only
        optional optionally or please quickly recommended simply so second then therefore third
        """)

    /// Verbs for actions in a user interface. They have hardly any other meaning in documentation.
    static let interfaceVerbs = Word.set(
        "click double-click right-click select choose tap press type enter expand navigate follow")

    /// Words before "click" and "tap".
    static let clicks = Word.set("double left right")

    /// Words after which a verb is no instruction: "you can select", "which users select".
    static let subjects = Word.set(
        """
        a an and are be can could do does i is may might or that the they this to user users we which who will would you
        your
        """)

    /// Words of duty: "you must", "you'll need to", "we recommend".
    static let obligations = Word.set("must should need needs ought ll recommend")

    /// Words that may come between "you" and the verb of an obligation.
    static let auxiliaries = Word.set("will would might may you'll that we you first then also")
}
