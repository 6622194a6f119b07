using System.Text.RegularExpressions;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>Words that narrow a list: just those with a single task, 这仨, 鲲鹏呢. What they leave unexplained is said; never is the whole list shown in its place.</summary>
public sealed class Narrowing(ILedgerQuery ledger)
{
    /// <param name="before">What the conversation was about last; null when that is long ago.</param>
    /// <returns>With the search or the list that the words mean, or with what of them was not understood.</returns>
    public async Task<Understood> ResolveAsync(Understood said, Focus? before, Asker asker, IReadOnlyList<PlanView> plans, CancellationToken cancellationToken)
    {
        if (said.Text is not null || said.Units.Any(unit => !unit.IsUnknown) || said.Plain.Length is 0 or > Longest || plans.Count == 0 || Understand.IsDoneToUnits(said.Intent) || said.UnreadFilter is not null || !asker.Sees(Domain.Ability.SeeOverview))
            return said;
        var isAfterList = before is not null && (IsList(before.Intent) || before.Intent is Intent.UnitStatus or Intent.ReadReport or Intent.FindTasks);
        if (isAfterList && said is { Tasks.Count: 0, Periods.Count: 0, When: null, Section: null } && AndThat.Match(said.Plain) is { Success: true } that && that.Groups["about"].Value.Trim() is { Length: > 1 } about && !NoSubject.IsMatch(about)
            && said.Intent is Intent.Fragment or Intent.None or Intent.FindTasks or Intent.WhoMissing or Intent.UnitStatus or Intent.ReadReport && Unexplained(about, said).Length > 1)
            return await IsSubjectAsync(about, before!, plans, cancellationToken)
                ? said with { Intent = Intent.FindTasks, TaskSubject = about, Units = [], UnknownName = null, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, Refers = Reference.None, ListOf = Intent.None }
                // 水务局呢 is no unit of the plan, which is said.
                : said.Units.Count > 0 || said.UnknownName is not null ? said : said with { UnreadFilter = about, Intent = Intent.WhoMissing, Confidence = 0.95, IsByExample = false };
        if (said.Units.Count > 0 || said.UnknownName is not null)
            return said;
        // 这仨报了几个, and which three cannot be told.
        if ((IsList(said.Intent) || said.Intent is Intent.Fragment or Intent.None or Intent.MyTasks or Intent.MyStatus or Intent.UnitStatus or Intent.ReadReport) && before?.Intent != Intent.Requests && Counted.Match(said.Plain) is { Success: true } counted && ThoseWords.In(said.Plain) is { Place: null })
            return said with { Intent = Intent.WhoMissing, Confidence = 0.95, IsByExample = false, UnreadFilter = counted.Value.Trim(), UnreadShown = before is { Shown.Count: > 0 and <= Few } ? [.. before.Shown.Select(id => plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == id)?.Name).OfType<string>()] : [] };
        var isNarrowed = said.When is null && Narrow.IsMatch(said.Plain);
        if (!isNarrowed || !(IsList(said.Intent) || (isAfterList && said.Intent is Intent.Fragment or Intent.None or Intent.More or Intent.MyTasks or Intent.MyStatus or Intent.People or Intent.UnitStatus or Intent.ReadReport or Intent.WhoIsContact)))
            return said;
        var list = IsList(said.Intent) && said.Intent != Intent.WhoMissing || before is null || !IsList(before.Intent) ? said.Intent : before.Intent;
        if (PeriodAnswers.KnowsFilter(said.Plain))
            return before is not null && IsList(before.Intent) ? said with { Intent = list, Confidence = Math.Max(said.Confidence, 0.9), IsByExample = false, Tasks = [], Refers = Reference.None, ListOf = Intent.None, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods } : said;
        return Unexplained(said.Plain, said) is { Length: > 1 } unread && said.Tasks.Count == 0 && said.TaskSubject is null
            ? said with { UnreadFilter = unread, Intent = list is Intent.Fragment or Intent.None ? Intent.WhoMissing : list, Confidence = Math.Max(said.Confidence, 0.9), IsByExample = false } : said;
    }

    /// <summary>Whether any task of the period that is spoken of is about it.</summary>
    private async Task<bool> IsSubjectAsync(string about, Focus before, IReadOnlyList<PlanView> plans, CancellationToken cancellationToken)
    {
        foreach (var view in plans)
        {
            if (view.Find(view.KeyOf(before.Period)) is { } period && TaskSubjects.Match(about, (await ledger.OfPeriodAsync(period.Id, null, cancellationToken)).Select(row => (row, $"{row.TaskTitle}{row.TaskText}"))).Count > 0)
                return true;
        }
        return before.Intent == Intent.FindTasks;
    }

    private static bool IsList(Intent intent) => intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate;

    /// <summary>What neither a known idea nor a word of no weight explains.</summary>
    private static string Unexplained(string plain, Understood said)
    {
        var rest = said.Evidence.OrderByDescending(evidence => evidence.Words.Length).Aggregate(plain, (text, evidence) => evidence.Words.Length > 1 || evidence.Words.All(c => c >= '\u4e00') ? text.Replace(evidence.Words, " ", StringComparison.Ordinal) : text);
        return Regex.Replace(NoWeight.Replace(rest, " "), "[^\u4e00-\u9fffa-z0-9' -]+| {2,}", " ").Trim();
    }

    private const int Longest = 80;

    /// <summary>Shown units that are offered to choose from.</summary>
    private const int Few = 5;

    /// <summary>just those, 只看, 其中: some of the list, and not all of it.</summary>
    private static Regex Narrow => field ??= new("^(?:那|嗯|好|再|,)*(?:就|只|光|单|仅)(?:看|要|列|说|剩|留|算|数|给我?)|其中|里(?:头|面)(?!写|有什么)|当中|之中|^(?:那|,)*[^,.?]{2,12}的(?:那些|那几家|那几个|呢|有哪些|是哪些|有几家|有谁)[?]?$|^(?:ok,? |and |no,? |now |so |but |or )*(?:just|only|show(?: me)? (?:just|only)|but only) (?!the (?:number|count|figure)|a (?:number|figure|count)|one (?:line|sentence)|numbers|how)|(?<![a-z])(?:those|the ones|ones|units|bureaus|offices) (?:with|that|who|which|in|under|from|of)(?![a-z])|(?<![a-z])(?:among|of) (?:them|those|these)(?![a-z])");

    /// <summary>鲲鹏呢, and what about kunpeng?</summary>
    private static Regex AndThat => field ??= new("^(?:那|那么|还有|再|对了|,)*(?<about>[\u4e00-\u9fffa-z0-9]{2,12}?)(?:那|这)?(?:一)?(?:块|边|个|项|方面|摊)?(?:的)?呢[?]?$|^(?:and |ok,? |so )*(?:what about|how about|and) (?:the )?(?<about>[a-z][a-z -]{2,30}?)(?: (?:one|task|thing))?[?]?$");

    private static Regex NoSubject => field ??= new("^(?:他们?|她们?|它们?|我们?|你们?|咱们?|谁|哪|什么|怎么|多少|几|现在|目前|这|那|上|下|前|后|其他|其余|剩|别的|另外|全部|都|没|未|逾期|超期|迟|报|交|催|已|今|明|昨|周|月|季|年|名单|截止|进展|问题|成效|结果|电话|联络|领导|提醒|任务|单位|市里|全市|各|每|第)|(?<![a-z])(?:them|they|it|that|this|now|then|the|others?|rest|next|last|previous|today|tomorrow|yesterday|who|what|when|overdue|late|missing|reported|reminders?|contacts?|problems?|results?|progress|everyone|everybody|all|us|you|me|quarter|year|week|month|deadline|lunch|coffee)(?![a-z])|呢");

    private static Regex Counted => field ??= new("(?:这|那|他们|她们|它们|刚才|上面|前面)(?:那|这)?(?:[两二三四五六七八九十2-9](?:个)?(?:家|单位|部门)|俩|仨)|(?<![a-z])(?:those|these) (?:two|three|four|five|six|[2-6])(?![a-z])");

    private static Regex NoWeight => field ??= new("(?<![a-z])(?:just|only|but|with|a|an|the|those|these|them|ones?|that|who|which|have|has|had|and|or|of|in|please|show|me|us|give|list|is|are|still|to|any|for|from|not|n't|yet|then|now|so|ok|units?|bureaus?|offices?|commissions?|tasks?|reports?|guys|again|among|what|about|how|many|do|does|got|did|names?|i|want|see|need|be|it|this|too|no)(?![a-z])|[只仅光单就看要列说留剩算数那这些几家个里面头的有是哪谁给我出来下一呢吗了吧还都请把其中当之位名叫项条件任务单位部门季度期报交没未已逾超过齐全嗯好再谁多少几啊呀,.?!]");
}
