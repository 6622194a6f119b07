using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>Who is speaking, where, and in which language the answer is due.</summary>
public sealed record Asker(Person Person, Language Language, string Channel)
{
    /// <summary>Who else reads the answer, in a group; null stands for a stranger. Empty in a private chat.</summary>
    public IReadOnlyList<Person?> Readers { get; init; } = [];

    public Speaker Speaker => SpeakerOf(Person);

    public static Speaker SpeakerOf(Person? person) => (person is not null && Permissions.ReportsFor(person).Any(), person is not null && Permissions.Allows(person, Ability.SeeOverview)) switch
    {
        (true, false) => Speaker.Unit, (false, true) => Speaker.Office, _ => Speaker.Unknown,
    };

    /// <summary>Whether it may be shown or done here: to the asker and to everybody who reads along.</summary>
    public bool Sees(Ability ability, Guid? unitId = null) => Permissions.Allows(Person, ability, unitId) && Readers.All(reader => Permissions.Allows(reader, ability, unitId));
}

/// <summary>What the conversation was about last: 那农业呢 takes over all but the unit.</summary>
public sealed record Focus
{
    /// <summary>After so long people begin anew.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public Intent Intent { get; init; }

    /// <summary>Those that were named; empty for the period in question.</summary>
    public IReadOnlyList<PeriodMention> Periods { get; init; } = [];

    public Guid? UnitId { get; init; }

    /// <summary>Units that the same question was put about just before, oldest first; most often empty.</summary>
    public IReadOnlyList<Guid> Earlier { get; init; } = [];

    public int? Task { get; init; }
    public string? TaskSubject { get; init; }

    /// <summary>The plan that was spoken of, where there are several; null when it was left open.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>When it was said; <see cref="DateTimeOffset.MinValue"/> when nothing was.</summary>
    public DateTimeOffset At { get; init; }
    public SectionKind? Section { get; init; }

    /// <summary>Units that the last answer named, in its order; most often empty.</summary>
    public IReadOnlyList<Guid> Shown { get; init; } = [];

    /// <summary>The day that the last answer told; null when it told none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The first of <see cref="Periods"/>.</summary>
    public PeriodMention? Period => Periods.Count > 0 ? Periods[0] : null;

    public bool IsFresh(DateTimeOffset now) => now - At <= Lasts && now >= At;

    /// <summary>除了这些: what the last answer told is left out.</summary>
    public bool IsBesides { get; init; }

    /// <summary>Pages of a long list that were shown, counted from 0.</summary>
    public int Page { get; init; }

    /// <summary>The question itself, normalised: what its particulars are read from when the next page, or the next unit, is asked for.</summary>
    public string Words { get; init; } = "";
}

/// <summary>A question with everything it leaves unsaid filled in.</summary>
public sealed record Question(Asker Asker, Understood Said, Focus Focus, IReadOnlyList<PlanView> Plans)
{
    /// <summary>More units are a list.</summary>
    private const int MostEarlier = 4;

    public Language Language => Asker.Language;
    public Intent Intent => Focus.Intent;

    /// <summary>There are several plans, and the answer is of one: it says of which.</summary>
    public bool NamesPlan { get; init; }

    /// <summary>Completes an utterance from what was spoken of before.</summary>
    public static Question Of(Asker asker, Understood said, Focus before, IReadOnlyList<PlanView> plans)
    {
        // 到时候怎么提醒我, after a problem that is to be followed.
        if (before.Intent is Intent.Problems or Intent.FollowProblem && Acts.AtPreview.AsksWhoRemembers(said))
            return new(asker, said, before with { Intent = Intent.HowReminded, Section = SectionKind.Problems }, plans);
        // when is the next one after that?, after it was told who is out of reach, or what was sent: the next reminder.
        if (before.Intent is Intent.Unreachable or Intent.SentReminders or Intent.Delivered or Intent.Paused && Has(said, "StepPeriod") && asker.Sees(Ability.SeeOverview))
            return new(asker, said, before with { Intent = Intent.PreviewReminders, UnitId = null, Page = 0, Words = said.Plain }, plans);
        if (before.Intent == Intent.PreviewReminders && Has(said, "StepPeriod"))
            return new(asker, said, before with { Page = Math.Max(0, before.Page + (Before.IsMatch(said.Plain) ? -1 : 1)) }, plans);
        // 再往后呢, after the next steps: those behind the ones that were shown.
        if (before.Intent == Intent.PreviewReminders && said.Unit is null && FurtherOn.IsMatch(said.Plain))
            return new(asker, said, before with { Page = before.Page + PreviewAnswers.Shown }, plans);
        // and after Friday if they still sit on it?: those after that day.
        if (before.Intent == Intent.PreviewReminders && said is { Unit: null, When: not null } && AfterThatDay.IsMatch(said.Plain))
            return new(asker, said, before with { Words = $"{said.Plain} schedule", Page = before.Page + PreviewAnswers.Shown }, plans);
        // 其他单位呢, after one unit: the same of all.
        if (said.Intent == Intent.More && before.UnitId is not null && Others.IsMatch(said.Plain))
            return new(asker, said, new Focus { Intent = before.Intent is Intent.UnitStatus or Intent.ReadReport ? Intent.WhoMissing : before.Intent, Periods = before.Periods, Words = before.Words }, plans);
        // 具体什么内容, after the steps: with the words.
        if (before.Intent == Intent.PreviewReminders && said.Unit is null && AsksForWords.IsMatch(said.Plain))
            return new(asker, said, before with { Words = $"{before.Words} {said.Plain}" }, plans);
        if (plans.Count > 0 && before.Intent != Intent.None && StepOf(said, before) is var step and not 0)
            return new(asker, said, before with { Page = 0, Periods = [Neighbour(plans[0].KeyOf(before.Periods.Count > 0 ? before.Periods[^1] : null), step)] }, plans);
        if (said.Intent == Intent.More)
            return new(asker, said, before with { Page = before.Page + 1 }, plans);
        if (before.Intent != Intent.None && Has(said, "ListPlease"))
            return new(asker, said, before with { Page = 0, Intent = ListOf(before) }, plans);
        var unit = said.Unit?.One?.Id;
        var focus = new Focus
        {
            Intent = said.Intent, Periods = said.Periods, UnitId = unit, Task = said.Tasks.Count > 0 ? said.Tasks[0] : null, TaskSubject = said.TaskSubject, Section = said.Section, Words = said.Plain,
            Earlier = [.. said.Units.Select(one => one.One?.Id).OfType<Guid>().Where(id => id != unit).Distinct().Take(MostEarlier)],
        };
        if (said.Intent == Intent.Fragment)
            focus = Completed(focus, said, before);
        // 交了没有, asked right after another question about that unit, goes on about it.
        else if (focus.Intent is Intent.UnitStatus or Intent.ReadReport or Intent.Differences && said is { Unit: null, UnknownName: null, TaskSubject: null } && (said.Leftover.Length == 0 || (asker.Sees(Ability.SeeOverview) && !AboutEverybody.IsMatch(said.Plain))))
            focus = focus with { UnitId = before.UnitId, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods, Task = focus.Task ?? TaskOf(focus.Intent, before) };
        // 15号再不交会怎样: of the unit that was spoken of.
        else if (focus is { Intent: Intent.IfLate, UnitId: null } && said.Unit is null && asker.Sees(Ability.SeeOverview))
            focus = focus with { UnitId = before.UnitId, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        // 及时率为啥不是50%: of the period whose rate was told.
        else if (focus is { Intent: Intent.HowCounted, Periods.Count: 0 } && IsAboutAll(before.Intent))
            focus = focus with { Periods = before.Periods };
        // 兑现了没, after a unit's reports: of that unit.
        else if (focus is { Intent: Intent.Promises, UnitId: null } && said.Unit is null)
            focus = focus with { UnitId = before.UnitId };
        // 当时报的是啥: of the period that was spoken of.
        else if (focus is { Intent: Intent.MyReport or Intent.MyStatus or Intent.ReadReport, Periods.Count: 0 } && before.Periods.Count > 0 && Has(said, "ThatTime"))
            focus = focus with { Periods = before.Periods };
        else if (focus is { Intent: Intent.DueDate, Periods.Count: 0 } && before.Intent == Intent.DueDate && ThatDay.IsMatch(said.Plain))
            focus = focus with { Periods = before.Periods };
        else if (focus is { Intent: Intent.Export, Periods.Count: 0 } && before.Intent == Intent.Export)
            focus = focus with { Periods = before.Periods };
        // 会不会撞上放假, after a due date: on that day. 再下一周呢 counts from the week that was spoken of.
        else if (focus.Intent is Intent.Calendar or Intent.DueDate && before.Intent is Intent.DueDate or Intent.Calendar)
            focus = focus with { Day = before.Day };
        // 谁批的 asks on about the same unit's records.
        else if (focus is { Intent: Intent.Audit, UnitId: null } && before is { Intent: Intent.Audit, UnitId: not null } && said is { Unit: null, When: null } && WhoDidThat.IsMatch(said.Plain))
            focus = focus with { UnitId = before.UnitId, Task = focus.Task ?? before.Task, Periods = focus.Periods.Count > 0 ? focus.Periods : before.Periods };
        // 里面哪家提到数据了, after the problems: among them.
        else if (focus is { Intent: Intent.Mentions } && before.Intent is Intent.Problems or Intent.Mentions)
            focus = focus with { Periods = focus.Periods.Count > 0 ? focus.Periods : before.Periods, Section = focus.Section ?? (before.Intent == Intent.Problems ? SectionKind.Problems : before.Section) };
        // 商务局两个季度对比下: of both, one after the other.
        else if (focus is { Intent: Intent.UnitStatus, Periods.Count: < 2 } && unit is not null && Compared.IsMatch(said.Plain) && plans.Count > 0)
            focus = focus with { Periods = LastTwo(plans[0]) };
        else if (focus is { Intent: Intent.Rate, Periods.Count: 0 } && unit is null && Compared.IsMatch(said.Plain) && plans.Count > 0)
            focus = focus with { Periods = LastTwo(plans[0]) };
        // 除了这个还动过别的没有, after the trail: what it did not tell.
        else if (before.Intent == Intent.Audit && said.When is null && Besides.IsMatch(said.Plain) && (focus.Intent == Intent.Audit || Changing.IsMatch(said.Plain)))
            focus = before with { IsBesides = true, UnitId = unit ?? before.UnitId };
        // 两个季度都没交的有谁: the periods that were spoken of, or the last two.
        else if (IsAboutAll(focus.Intent) && focus.Periods.Count < 2 && InSeveral.IsMatch(said.Plain) && plans.Count > 0)
            focus = focus with { Periods = before.Periods.Count > 1 || (before.Period is { } several && plans[0].KeysOf([several]).Count > 1) ? before.Periods : LastTwo(plans[0]) };
        // 收到没, right after something was done for a unit, asks about its contact.
        else if (focus is { Intent: Intent.Delivered, UnitId: null } && said.Unit is null)
            focus = focus with { UnitId = before.UnitId };
        else if (focus.Intent == Intent.WhoMissing && before.Intent is Intent.Delivered or Intent.Unreachable && Receives.IsMatch(said.Plain))
            focus = focus with { Intent = Intent.Unreachable };
        // 他们一共几项: a list's question about the unit that 他们 stands for.
        else if (IsAboutAll(focus.Intent) && unit is not null && said.Refers != Reference.None)
            focus = focus with { Intent = Intent.UnitStatus };
        // 逾期的呢 goes on about the period that was spoken of.
        else if (IsAboutAll(focus.Intent) && focus.Periods.Count == 0 && IsAboutAll(before.Intent) && Has(said, "Fragment"))
            focus = focus with { Periods = before.Periods };
        // 有哪些任务, after a unit: of that one, unless the plan is named.
        else if (focus is { Intent: Intent.PlanTasks, UnitId: null } && before.UnitId is { } its && !ListedWords.NamesPlan(said.Plain))
            focus = focus with { UnitId = its, Periods = before.Periods };
        // 都是什么任务, asked by the office after a unit, asks for that unit's.
        else if (focus.Intent is Intent.MyTasks or Intent.MyStatus && (unit ?? (said.Unit is null ? before.UnitId : null)) is { } spokenOf && asker.Person.Contacts.Count == 0)
            focus = focus with { Intent = Intent.UnitStatus, UnitId = spokenOf };
        return new(asker, said, focus, plans);
    }

    private static IReadOnlyList<PeriodMention> LastTwo(PlanView view)
    {
        var latest = view.KeyOf(null);
        return [.. new[] { latest.Previous(), latest }.Select(key => new PeriodMention(PeriodReference.Named, key.Year, key.Number, key.Frequency))];
    }

    /// <summary>报了吗 after 第五项谁负责 asks about that task of the plan; 改了哪些 about the one that was spoken of.</summary>
    private static int? TaskOf(Intent intent, Focus before) => intent == Intent.Differences || (before is { Intent: Intent.WhoIsContact, UnitId: null }) ? before.Task : null;

    private static bool Has(Understood said, string idea) => said.Evidence.Any(evidence => evidence.Idea == idea);

    private static bool IsAboutAll(Intent intent) => intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate;

    /// <summary>名单给我, after a figure: the units behind it.</summary>
    private static Intent ListOf(Focus before) => before.Intent switch
    {
        Intent.Rate => ReportedOnes.IsMatch(before.Words) ? Intent.WhoReported : Intent.WhoMissing,
        Intent.AllIn => Intent.WhoMissing,
        var same => same,
    };

    /// <summary>1 for the period after the one spoken of, -1 for the one before; 0 when neither is meant.</summary>
    private static int StepOf(Understood said, Focus before) =>
        Has(said, "StepPeriod") && (said.Periods.Count == 0 || said.Plain.StartsWith('再') || said.Plain.StartsWith("那再", StringComparison.Ordinal)) ? Before.IsMatch(said.Plain) ? -1 : 1
        : said.Intent == Intent.More && before.Intent == Intent.DueDate ? 1 : 0;

    private static PeriodMention Neighbour(ReportingPeriod key, int step)
    {
        var next = step > 0 ? key.Next() : key.Previous();
        return PeriodMention.Of(next);
    }

    private static Focus Completed(Focus said, Understood words, Focus before)
    {
        var names = words.Unit is not null;
        var intent = before.Intent switch
        {
            Intent.None => names ? Intent.UnitStatus : said.Section == SectionKind.Problems ? Intent.Problems : Intent.WhoMissing,
            Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate when said.Section == SectionKind.Problems => Intent.Problems,
            // A list narrowed to one unit asks how far that unit is; a unit's question widened to a period stays with the unit.
            Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate when names => Intent.UnitStatus,
            // 问题 of one unit, then 下一步呢: another part of what it wrote.
            Intent.Problems when said.Section is not (null or SectionKind.Problems) && (names || before.UnitId is not null) => Intent.ReadReport,
            Intent.UnitStatus when said.Task is not null || said.Section is not null || said.TaskSubject is not null => Intent.ReadReport,
            var same => same,
        };
        return said with
        {
            Intent = intent, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods, UnitId = names ? said.UnitId : before.UnitId,
            Earlier = names && before.UnitId is { } earlier && earlier != said.UnitId ? [.. before.Earlier.Append(earlier).TakeLast(MostEarlier)] : [],
            Section = said.Section ?? before.Section, Task = said.Task ?? (names || said.TaskSubject is not null ? null : before.Task),
            TaskSubject = said.TaskSubject ?? (names || said.Task is not null ? null : before.TaskSubject),
            // 下周呢, after what is due this week: the words that name the day are the new ones.
            Words = PeriodAnswers.KnowsFilter(words.Plain) && IsAboutAll(intent) ? words.Plain : words.When is not null && before.Intent is Intent.DueDate or Intent.PreviewReminders or Intent.Calendar || before.Intent == Intent.Calendar ? words.Plain : before.Words,
        };
    }

    private static Regex ReportedOnes => field ??= new("(?<!没|未|不)(?:已报|报了|交了|报的|报送了)|(?<!not |n't )(?:reported|submitted|filed)");

    private static Regex AboutEverybody => field ??= new("谁|各|大家|普遍|所有|(?<![a-z])(?:who|everyone|everybody|all units|anyone)(?![a-z])");

    private static Regex InSeveral => field ??= new("(?:两|这几|前两|每)个?(?:季度|期).{0,6}(?:都|也)|(?:both|neither|either|each|every) (?:of the )?(?:two )?quarters?|(?:both|neither) (?:time|period)s?|two quarters in a row");

    private static Regex Compared => field ??= new("两个?季度|前后两|对比|比(?:一)?比|(?<![a-z])(?:compar[a-z]+|both quarters|quarter (?:by|on|over) quarter|side by side)(?![a-z])");

    private static Regex Changing => field ??= new("动过|改过|改了|操作|变过|做过|(?<![a-z])(?:changed|done|altered|touched)(?![a-z])");

    private static Regex Besides => field ??= new("除(?:了|此|开)|此外|别的|其他|另外|还(?:动|改|做|办)(?:过|了)|(?<![a-z])(?:else|other than|besides|apart from)(?![a-z])");

    private static Regex WhoDidThat => field ??= new("^(?:那|这|这个|那个|这是|是|都是|到底是)*谁.{0,4}的[?]?$|^(?:so |and )*who .{0,24}(?:that|it|this)[?]?$");

    private static Regex FurtherOn => field ??= new("^(?:那|再)*(?:再)?(?:往后|之后|以后|后面|接下来)(?:的)?(?:呢|还有|会|怎么|要是|如果|,|[?]|$)|^(?:so |and )*(?:after that|then what|what (?:comes |happens )?(?:next|then|after)|beyond that)");

    private static Regex AfterThatDay => field ??= new("(?:以后|之后|过后|后面|过了)[^,.]{0,12}(?:呢|还|会|怎么|发|催|$)|^(?:and |so |but )*(?:what )?(?:happens )?(?:after|beyond|past) ");

    private static Regex Others => field ??= new("其他|其余|剩下|别的|rest|others");

    private static Regex AsksForWords => field ??= new("^(?:那|具体)*(?:会|是|要)?(?:说|写|发)?(?:的)?(?:什么|啥)?(?:内容|话|文字)(?:是|有)?(?:什么|啥|呢)?[?]?$|^(?:具体)?(?:会|都)?(?:说|写)(?:的|些)?(?:什么|啥)(?:呢)?[?]?$|^(?:and )?(?:what (?:does|will|do) (?:it|they) say|saying what|what's in (?:it|them)|the (?:text|wording|words))[?]?$");

    private static Regex Receives => field ??= new("收(?:到|着)|看到|get|got|receive");

    private static Regex Before => field ??= new("上|前|before|previous");

    /// <summary>为什么是这天 asks on about the day that was just named.</summary>
    private static Regex ThatDay => field ??= new("[这那](?:一)?天|(?:that|this) (?:day|date)|^为(?:什么|啥|何)|^why");
}
