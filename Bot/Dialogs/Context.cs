using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>Fills in what pronouns stand for: 它 is the unit that was spoken of, 上面那几家 the units of the last list. Pure.</summary>
public static class Context
{
    /// <param name="before">What the conversation was about last; null when that is long ago.</param>
    public static Understood Complete(Understood said, Focus? before, IReadOnlyList<PlanView> plans)
    {
        said = AsQuestion(said);
        // 现在呢, now?: the last question once more.
        if (before is { Intent: not Intent.None, Words.Length: > 0 } && Answerer.IsQuestion(before.Intent) && AndNow.IsMatch(said.Plain))
            return said with { Intent = before.Intent, Plain = before.Words, Confidence = 0.95, IsByExample = false, EndsAsQuestion = true, LikeReport = 0, Others = [] };
        // 那就零报告吧, after a question about one task: that one.
        if (said is { Intent: Intent.Nil, Tasks.Count: 0, TaskSubject: null, AllTasks: false } && before is { Intent: Intent.Nil, Task: { } nil })
            return said with { Tasks = [nil] };
        if (before is not null && AfterAnswer.OfFile(said, before) is { } ofFile)
            return ofFile;
        if (before is null || said.Units.Count > 0)
            return said;
        if (AfterAnswer.Of(said, before, plans) is { } after)
            return after;
        if (AsksForSection(said) && before.UnitId is { } told && before.Intent is Intent.UnitStatus or Intent.ReadReport or Intent.Problems or Intent.Accept or Intent.Return && plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == told) is { } teller)
            return WithPeriod(said with { Intent = Intent.ReadReport, Confidence = Math.Max(said.Confidence, 0.9), IsByExample = false, Units = [new UnitMention([teller], teller.Name)] }, before);
        if (before is { Intent: Intent.UnitStatus or Intent.ReadReport, UnitId: { } asker } && (said is { IsWhole: false, Intent: Intent.WhoMissing or Intent.WhoOverdue or Intent.WhoReported or Intent.None } && WhichTasks.IsMatch(said.Plain) || said.Intent == Intent.DueDate && Theirs.IsMatch(said.Plain))
            && plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == asker) is { } owner)
            return WithPeriod(said with { Intent = said.Intent == Intent.DueDate ? Intent.DueDate : Intent.UnitStatus, Units = [new UnitMention([owner], owner.Name)] }, before);
        // 为啥那么晚, right after a due date, asks about the day; how a message was understood is asked for in other words.
        if (before.Intent == Intent.DueDate && (said.Intent == Intent.HowCounted || WhyThatDay.IsMatch(said.Plain)))
            return said with { Intent = Intent.DueDate, Confidence = 0.95, IsByExample = false, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        // 17号太晚了，给到15号, after a unit's request was told: another day for it.
        if (before is { Intent: Intent.Requests, UnitId: not null } && (said.When is not null || said.Days is not null) && said.Intent is not (Intent.Decline or Intent.Grant) && Offers.IsMatch(said.Plain))
            said = said with { Intent = Intent.Extend, Confidence = 0.95, IsByExample = false, Tasks = said.Tasks.Count == 0 && before.Task is { } wished ? [wished] : said.Tasks };
        if (before.Intent == Intent.Requests && said.Intent is Intent.Confirm or Intent.Accept && Granting.IsMatch(said.Plain))
            return said with { Intent = Intent.Grant, Confidence = Math.Max(said.Confidence, 0.9) };
        // looks good, accept it, said of the report that was just read.
        if (said.Intent == Intent.Confirm && before is { Intent: Intent.ReadReport or Intent.UnitStatus, UnitId: not null } && said.Evidence.Any(evidence => evidence.Idea is "Approve" or "Accept"))
            said = said with { Intent = Intent.Accept, Confidence = Math.Max(said.Confidence, 0.9) };
        if (said.Refers == Reference.None && IsAboutOneUnit(said.Intent) && (said.Intent != Intent.WhoIsContact || said is { Tasks.Count: 0, TaskSubject: null }) && before.UnitId is { } spokenOf)
            return plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == spokenOf) is { } its ? WithTask(WithPeriod(said with { Units = [new UnitMention([its], its.Name)] }, before), before) : said;
        // 延到8号, right after a request of a unit was declined.
        if (said is { Refers: Reference.None, Intent: Intent.Extend } && (said.When is not null || said.Days is not null) && before is { Intent: Intent.UnitStatus or Intent.ReadReport or Intent.Requests or Intent.WhoIsContact or Intent.Audit or Intent.Differences or Intent.FindTasks, UnitId: { } asked } && !MeansAll.IsMatch(said.Plain))
            return plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == asked) is { } unitAsked ? WithPeriod(said with { Units = [new UnitMention([unitAsked], unitAsked.Name)] }, before) : said;
        // chase both, after one unit and then another.
        if (before.Earlier.Count > 0 && before.UnitId is { } latest && Both.IsMatch(said.Plain) && Understand.IsDoneToUnits(said.Intent))
            return WithPeriod(said with { Refers = Reference.None, Units = [.. before.Earlier.Append(latest).Distinct().Select(id => plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == id)).OfType<Unit>().Select(one => new UnitMention([one], one.Name))] }, before);
        if (said.Refers == Reference.None && said.Intent == Intent.Urge && !MeansAll.IsMatch(said.Plain))
            return Urged(said, before, plans);
        if (said.Refers == Reference.None)
            return said;
        // 他们 after a question about one unit is that unit; after a list it is the list.
        if (before.UnitId is { } id && plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == id) is { } unit)
            return WithPeriod(said with { Units = [new UnitMention([unit], unit.Name)] }, before);
        return said.Refers == Reference.List && before.Intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.AllIn or Intent.WhoReported
            ? WithPeriod(said with { ListOf = before.Intent }, before)
            : said;
    }

    private static Regex AndNow => field ??= new("^(?:那|那么)?(?:现在|这会儿|目前|如今|眼下)(?:呢|怎么样了?|如何)[?]?$|^(?:and |what about |how about )?now[?]?$");

    /// <summary>这家后面准备怎么弄, what did they achieve: a section of what the unit wrote that was just spoken of.</summary>
    private static bool AsksForSection(Understood said) => said is { Section: not null, Text: null, Tasks.Count: 0, Intent: Intent.None or Intent.Problems or Intent.ReadReport or Intent.UnitStatus or Intent.Fragment or Intent.MyReport or Intent.Help or Intent.Rate or Intent.WhoReported or Intent.MyTasks or Intent.MyStatus or Intent.Trend or Intent.No }
        && (said.IsQuestion || said.EndsAsQuestion || said.Evidence.Any(evidence => evidence.Idea == "Read")) && !AboutEverybody.IsMatch(said.Plain) && said.Plain.Length <= 60
        && said.Evidence.All(evidence => evidence.Idea is not ("ProblemFollow" or "ProblemList") && (evidence.Idea != "CollectProblems" || said.Refers != Reference.None));

    /// <summary>教委延期了吗, is finance's extension approved yet: asks whether it was done, and does nothing.</summary>
    private static Understood AsQuestion(Understood said)
    {
        if (said.Units.Count == 0 || said.Intent is not (Intent.Extend or Intent.Return or Intent.Accept or Intent.Waive or Intent.Grant) || !WhetherDone.IsMatch(said.Plain) || Asking.IsMatch(said.Plain))
            return said;
        return said with { Intent = said.Intent == Intent.Grant || Granting.IsMatch(said.Plain) ? Intent.Requests : Intent.UnitStatus, Confidence = Math.Max(said.Confidence, 0.9), IsQuestion = true, EndsAsQuestion = true };
    }

    /// <summary>那催一下, after a question: the unit that was spoken of, or the units of the list.</summary>
    private static Understood Urged(Understood said, Focus before, IReadOnlyList<PlanView> plans)
    {
        if (before.Intent is Intent.UnitStatus or Intent.ReadReport or Intent.WhoIsContact or Intent.Requests or Intent.Promises or Intent.Delivered or Intent.FindTasks or Intent.DueDate && plans.SelectMany(view => view.Units).FirstOrDefault(one => one.Id == before.UnitId) is { } its)
            return WithPeriod(said with { Units = [new UnitMention([its], its.Name)] }, before);
        return before.Intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.AllIn ? WithPeriod(said with { ListOf = before.Intent }, before) : said;
    }

    /// <summary>看看文旅局的报告, then 收下吧 or 退回: what is ruled on is what was just read. Each shows what it would do before it is done.</summary>
    private static bool IsAboutOneUnit(Intent intent) => intent is Intent.Return or Intent.Accept or Intent.Waive or Intent.ChangeContact or Intent.Invite or Intent.WhoIsContact or Intent.FollowProblem or Intent.CloseProblem;

    private static Understood WithTask(Understood said, Focus before) =>
        said.Intent is Intent.Return or Intent.Accept && said.Tasks.Count == 0 && !said.AllTasks && before.Task is { } task ? said with { Tasks = [task] } : said;

    private static Understood WithPeriod(Understood said, Focus before) => said.Periods.Count > 0 ? said : said with { Periods = before.Periods };

    private static Regex WhyThatDay => field ??= new("^(?:那|可是?|但是?)?(?:为(?:什么|啥|何)|怎么|咋|凭啥)(?:会|就|又|给)*(?:是|成|变成?|定在?|到|推到?|排到?)*(?:了)?(?:[0-9]{1,2}月)?[0-9]{1,2}[号日](?:了|才|呢|啊|呀)*[?]?$|^(?:[0-9]{1,2}月)?[0-9]{1,2}[号日](?:那天)?(?:不是?|难道不)(?:就|已经|也|都)*(?:上班|开工|复工|工作日)(?:了|的)?(?:吗|么|嘛)?[?]?$|^(?:but |and |so )*(?:why|how come) (?:is|was|are|were|do|does|did)? ?(?:it|that|this|they|the (?:due date|deadline))?(?: (?:is|was|fall|falls|due|set|on|for|not))* ?(?:the |on )*(?:[0-9]{1,2}(?:st|nd|rd|th)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* [0-9]{1,2}(?:st|nd|rd|th)?)[?]?$|^(?:那|可是?|但是?)?(?:为(?:什么|啥|何)|怎么|咋|凭啥)(?:会|是|要|定|在|得|拖|排|等|安排|到)*(?:(?:这么|那么|这样|那样)?(?:晚|早|迟|靠后|靠前|久|长)|这(?:一)?天|那(?:一)?天|(?:这|那)个(?:日子|时间))?(?:呢|啊|呀)?[?]?$|^(?:but |and )*why(?: (?:is|are|so|that|this|it|not|then|the|as))*(?: (?:late|early|long|soon|far off|day|date))?[?]?$|^how come(?: (?:it's|that|it is|so))*(?: (?:late|early))?[?]?$");

    /// <summary>which ones are missing, 还差哪几项: of the unit's tasks.</summary>
    private static Regex WhichTasks => field ??= new("^(?:and |so |ok,? |那|那么|还有|,)*(?:which (?:ones?|tasks?|items?|parts?)(?! units)|what(?:'s| is| are)? (?:still )?(?:missing|open|left|outstanding|overdue)|what do they (?:still )?owe)|^(?:那|还|都|具体|是|,)*(?:(?:差|缺|少|没报|没交|剩)(?:的|下)?(?:那|这)?(?:一)?(?:项|条|件|几项)?(?:是)?(?:都)?(?:是)?)?(?:哪(?:一|几|些|两)?(?:项|条|件|个)(?!单位|家|季)|什么(?:没报|没交)|哪些(?:任务|事项)|(?:交|报|填|写)(?:了)?(?:的)?(?:是)?(?:哪|哪一|哪几|哪两)(?:项|条|件|个)(?!单位))");

    private static Regex Offers => field ??= new("(?:给|延|宽|推|改|批|放|定)(?:他们|它)?(?:到|成|为)|(?:最|顶)(?:晚|迟|多)|太(?:晚|久|迟|长)|只(?:给|能|批)|够了|就行|就够|足够|(?<![a-z])(?:give|enough|will do|until|till|by|make it|at the latest|at most|too (?:late|long)|only|no later)(?![a-z])");

    private static Regex Theirs => field ??= new("(?<![a-z])(?:their|theirs|its|they|them)(?![a-z])|他们|它们|这家|那家|该单位");

    private static Regex AboutEverybody => field ??= new("谁|哪些?(?:单位|家|个|几)|各|大家|普遍|所有|全部|汇总|单位都|(?<![a-z])(?:who|which units?|units?|everyone|everybody|all|anyone|collect|list|other)(?![a-z])");

    private static Regex Both => field ??= new("(?:这|那)?(?:两|几)(?:家|个|个单位)(?!天|月|星期|工作)|两边|both|the two");

    private static Regex WhetherDone => field ??= new("(?:了|过)(?:吗|么|没有?)[?]?$|^(?:is|are|was|were|has|have|did) ");

    /// <summary>能不能延两天 and did you mind ask for it to be done.</summary>
    private static Regex Asking => field ??= new("能不能|可不可以|可以.{0,12}吗|能.{0,12}吗|帮(?:我|忙)|请|好了吗|行了吗");

    private static Regex MeansAll => field ??= new("逾期|超期|没报|未报|没交|未交|所有|全部|全体|统一|一律|各单位|大家|除|overdue|missing|n't|not |everyone|everybody|all|except");

    /// <summary>同意 and approve it, said of the requests that were just listed.</summary>
    private static Regex Granting => field ??= new("同意|批准|批了|准了|approve|grant|agree|allow");
}
