using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>Answers about all units of a period: who is overdue, who is missing, the figures.</summary>
public sealed class PeriodAnswers(ILedgerQuery ledger, DueAnswers due, StageAnswers stages, CurrentCalendar currentCalendar)
{
    /// <summary>More would fill more than a screen.</summary>
    private const int MostPeriods = 4;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var parts = new List<(PlanView View, ReportingPeriod Key, PeriodAnswer Answer)>();
        foreach (var view in question.Plans)
        {
            if ((await DroppedOutAsync(question, view, cancellationToken) ?? await OfAllAsync(question, view, cancellationToken)) is { } ofAll)
                return ofAll;
            foreach (var key in view.KeysOf(question.Focus.Periods).Take(MostPeriods))
                parts.Add((view, key, await AnswerAsync(question, view, key, cancellationToken)));
        }
        var texts = parts.Select(part => question.Plans.Count > 1 ? $"{question.Language.In($"《{part.View.Plan.Title}》", part.View.Plan.Title)}\n{part.Answer.Text}" : part.Answer.Text);
        var hasMore = parts.Exists(part => part.Answer.HasMore);
        var reply = new Reply(string.Join("\n\n", texts)) { Buttons = [.. ButtonsFor(question, hasMore, question.Plans[0])] };
        return parts is [var only] && question.Plans.Count == 1 && only.Answer.List is { Units.Count: > 0 } list ? reply with { Card = CardOf(reply, list, question, only.View, only.Key) } : reply;
    }

    /// <summary>两个季度都没交的有谁: those of whom the same is true in each of several periods.</summary>
    /// <returns>Null when one period is spoken of, or each by itself.</returns>
    private async Task<Reply?> OfAllAsync(Question question, PlanView view, CancellationToken cancellationToken)
    {
        var periods = view.KeysOf(question.Focus.Periods).Take(MostPeriods).Select(view.Find).OfType<PlanPeriod>().ToList();
        if (periods.Count < 2 || question.Plans.Count > 1 || !InEach.IsMatch(question.Focus.Words) || question.Intent is not (Intent.WhoMissing or Intent.WhoOverdue or Intent.WhoReported or Intent.AllIn))
            return null;
        var tallies = new List<IReadOnlyList<UnitTally>>();
        foreach (var period in periods)
            tallies.Add(await ledger.TallyAsync(period.Id, view.Now, cancellationToken));
        var (share, holds) = ShareInEach(question);
        var found = tallies.SelectMany(units => units).GroupBy(unit => unit.UnitId).Where(unit => unit.Count() == periods.Count && unit.All(holds))
            .Select(unit => new UnitCount(unit.First().UnitName, unit.Sum(one => share == SharedState.Reported ? one.Reported : one.Open), unit.Sum(one => one.Owed))).ToList();
        var list = PeriodTexts.InEach([.. periods.Select(period => period.Period)], share, found, question.Focus.Page, question.Language);
        return new(list.TextIn(question.Language)) { Buttons = [.. ButtonsFor(question, HasMore(found, question.Focus.Page), view)] };
    }

    /// <summary>上季度交了这季度没交: reported in the period before, and nothing since.</summary>
    private async Task<Reply?> DroppedOutAsync(Question question, PlanView view, CancellationToken cancellationToken)
    {
        if (!DroppedOut.IsMatch(question.Focus.Words) || question.Plans.Count > 1)
            return null;
        var latest = question.Focus.Periods.Count > 0 ? view.KeysOf(question.Focus.Periods)[^1] : view.KeyOf(null);
        if (view.Find(latest) is not { } now || view.Find(latest.Previous()) is not { } before)
            return null;
        var earlier = (await ledger.TallyAsync(before.Id, view.Now, cancellationToken)).Where(unit => unit.Reported > 0).Select(unit => unit.UnitId).ToHashSet();
        var gone = (await ledger.TallyAsync(now.Id, view.Now, cancellationToken)).Where(unit => earlier.Contains(unit.UnitId) && unit is { Reported: 0, Open: > 0 }).Select(unit => new UnitCount(unit.UnitName, unit.Open, unit.Owed)).ToList();
        return new(PeriodTexts.DroppedOut(before.Period, PeriodTexts.Heading(now, view.Zone, question.Language), gone, view.Now >= now.DueAt, question.Focus.Page, question.Language).TextIn(question.Language))
        {
            Buttons = [.. ButtonsFor(question, HasMore(gone, question.Focus.Page), view)], UnitId = gone.Count == 1 ? view.Units.FirstOrDefault(unit => unit.Name == gone[0].UnitName)?.Id : null,
        };
    }

    private static Regex DroppedOut => field ??= new("掉(?:队|链子|下来)|(?:上|前|一|二|三)(?:一)?(?:个)?季度?(?:报|交)(?:了|过)[^。]{0,8}(?:这|本|二|三|四|后)(?:一)?(?:个)?季度?(?:却|就|又)?(?:没|未)|(?<![a-z])(?:dropped (?:out|off)|fell (?:away|off|behind)|stopped reporting|went quiet|(?:reported|in) (?:for |in )?(?:last (?:quarter|time)|q[1-3]|then) (?:but|and) not)(?![a-z])");

    /// <summary>没交过 means nothing at all; 没交齐 that something is open.</summary>
    private static (SharedState, Func<UnitTally, bool>) ShareInEach(Question question) => question.Intent switch
    {
        Intent.WhoOverdue => (SharedState.Overdue, unit => unit.Overdue > 0),
        Intent.WhoReported => (SharedState.Reported, unit => unit.Open == 0 && unit.Reported > 0),
        _ when Whole.IsMatch(question.Focus.Words) => (SharedState.Open, unit => unit.Open > 0),
        _ => (SharedState.Nothing, unit => unit.Reported == 0 && unit.Open > 0),
    };

    private static Regex InEach => field ??= new("(?:两|三|四|几|每)个?(?:季度|期|个?月|次).{0,4}都|都(?:没|未|逾期|超期|拖|报|交|按)|一次(?:都|也)?(?:没|未)|从来(?:没|不)|连续|每(?:次|期|个?季度)都|both|neither|each (?:quarter|time|period)|every (?:quarter|time|period)|never|either quarter|in a row|twice");

    private async Task<PeriodAnswer> AnswerAsync(Question question, PlanView view, ReportingPeriod key, CancellationToken cancellationToken)
    {
        var (language, page) = (question.Language, question.Focus.Page);
        if (view.Find(key) is not { } period)
            return new(PeriodTexts.NotOpen(key, await due.OfUnopenedAsync(view, key, language, cancellationToken), language));
        var heading = $"{(question.NamesPlan ? language.In($"《{view.Plan.Title}》", $"{view.Plan.Title}: ") : "")}{PeriodTexts.Heading(period, view.Zone, language)}";
        var isDue = view.Now >= period.DueAt;
        var units = await ledger.TallyAsync(period.Id, view.Now, cancellationToken);
        switch (question.Intent)
        {
            case Intent.WhoOverdue or Intent.WhoMissing or Intent.AllIn when BriefWords.WantsNumberOnly(question.Focus.Words) || BriefWords.WantsNumberOnly(question.Said.Plain):
            case Intent.Rate when BriefWords.WantsNumberOfMissing(question.Said.Plain):
                return new($"{heading}\n{PeriodTexts.JustTheNumber(units.Count(unit => unit.Open > 0), units.Count, units.Sum(unit => unit.Open), units.Sum(unit => unit.Owed), units.Count(unit => unit.Overdue > 0), units.Sum(unit => unit.Overdue), isDue, language)}");
            case Intent.WhoOverdue:
                var isMeant = SoManyTasks(question.Focus.Words);
                var overdue = Count(units, unit => isMeant(unit) ? unit.Overdue : 0);
                if (HowLate.IsMatch(question.Focus.Words))
                    overdue = await LateByNowAsync(view, period, overdue, cancellationToken);
                var earlier = await ledger.OpenInAsync([.. view.Periods.Where(other => other.Period < key).Select(other => other.Id)], cancellationToken);
                return Listed(PeriodTexts.Overdue(heading, isDue, overdue, units.Sum(unit => unit.Open), units.Count(unit => unit.Open > 0), earlier, page, language), overdue);
            case Intent.WhoReported or Intent.WhoMissing or Intent.AllIn or Intent.Rate or Intent.Brief when InGroups.IsMatch(question.Focus.Words):
                return new(PeriodTexts.InGroups(heading, units, language));
            case Intent.WhoReported when question.Said.When is not null && ReportedDays.Of(question.Said, Days.DayOf(view.Now, view.Zone), await currentCalendar.ReadAsync(cancellationToken)) is { } days:
                return await ReportedOnAsync(view, period, days, page, language, cancellationToken);
            case Intent.WhoReported when StateWords.In(question.Focus.Words) is { } stage:
                return new(await stages.AnswerAsync(view, period, stage, heading, language, cancellationToken));
            case Intent.WhoReported when ReviewWords.In(question.Focus.Words) is { } isAccepted:
                return await ReviewedAsync(view, period, isAccepted, heading, page, language, cancellationToken);
            case Intent.WhoReported:
                var (share, meant) = ShareOf(question.Focus.Words);
                if (share == ReportedShare.Late)
                    return new(PeriodTexts.Reported(heading, share, await LateAsync(view, period, units, cancellationToken), page, language));
                var reported = units.Select(unit => new UnitCount(unit.UnitName, meant(unit), unit.Owed) { LastOn = unit.LastSubmittedAt is { } last ? Days.DayOf(last, view.Zone) : null }).Where(unit => unit.Count > 0).ToList();
                return new(PeriodTexts.Reported(heading, share, reported, page, language), HasMore(reported, page));
            case Intent.Brief:
                return new(PeriodTexts.Brief(units, period, view.Now, view.Zone, language));
            case Intent.Rate when ByUnit.IsMatch(question.Focus.Words) || ByUnit.IsMatch(question.Said.Plain):
                return new(PeriodTexts.RateByUnit(heading, units, language));
            case Intent.Rate when InOneSentence.IsMatch(question.Focus.Words):
                return new(PeriodTexts.InOneSentence(key, Figures(units), $"{Days.Full(period.DueOn, language)}{DueTexts.Left(period.DueOn, Days.DayOf(view.Now, view.Zone), language)}", language));
            case Intent.Rate when DoubtsFigures(question.Said.Plain):
                return new($"{PeriodTexts.Rate(heading, Figures(units), language)}\n{PeriodTexts.AsRecorded(units.All(unit => unit.Reported == 0), language)}");
            case Intent.Rate:
                return new(PeriodTexts.Rate(heading, Figures(units), language));
            case Intent.AllIn:
                var left = Count(units, unit => unit.Open);
                return Listed(PeriodTexts.AllIn(heading, left, page, language), left);
            default:
                // 一项都没报的: whoever has reported a part is not meant.
                var isNothing = NothingAtAll.IsMatch(question.Focus.Words);
                var isSo = SoManyTasks(question.Focus.Words);
                var missing = Count(units, unit => (isNothing && unit.Reported > 0) || !isSo(unit) ? 0 : unit.Open);
                return Listed(PeriodTexts.Missing(heading, view.Now >= period.CollectionFrom, isDue, missing, isNothing, page, language), missing);
        }

        PeriodAnswer Listed(UnitList list, List<UnitCount> all) => new(list.TextIn(language), HasMore(all, page), list);
    }

    /// <summary>怎么一个都没有？是不是系统坏了: doubts the figures that were told.</summary>
    internal static bool DoubtsFigures(string plain) => Doubts.IsMatch(plain);

    private static Regex Doubts => field ??= new("(?:系统|平台|机器人|程序|数据|后台|统计|你)[^,.]{0,6}(?:坏|出错|出(?:了)?问题|有(?:问题|毛病)|故障|不对|没同步|漏|卡住|抽风|搞错|弄错|算错)|(?:怎么|咋|真的|居然)(?:会|是)?(?:一个|一家|一项|一份)(?:都|也)(?:没有?|是零)|(?<![a-z])(?:is|has|was) (?:the |your )?(?:system|bot|platform|it|something|data|count) (?:broken|down|wrong|stuck|faulty|failed|gone wrong|out of order)|(?:not|never) (?:one|a single one)[?]|are you sure (?:the|these|that|those)? ?(?:figures|numbers|it)");

    /// <summary>谁交了还没审: units with what is accepted, or with what waits for it.</summary>
    private async Task<PeriodAnswer> ReviewedAsync(PlanView view, PlanPeriod period, bool isAccepted, string heading, int page, Language language, CancellationToken cancellationToken)
    {
        var rows = await ledger.OfPeriodAsync(period.Id, null, cancellationToken);
        var units = rows.GroupBy(row => row.UnitName).Select(unit => new UnitCount(unit.Key, unit.Count(row => row.State == (isAccepted ? ObligationState.Accepted : ObligationState.Submitted)), unit.Count())).Where(unit => unit.Count > 0).ToList();
        return new(PeriodTexts.Reported(heading, isAccepted ? ReportedShare.Accepted : ReportedShare.Waiting, units, page, language), HasMore(units, page));
    }

    /// <summary>When each unit that reported late did so, and by how many days.</summary>
    private async Task<List<UnitCount>> LateAsync(PlanView view, PlanPeriod period, IReadOnlyList<UnitTally> units, CancellationToken cancellationToken)
    {
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        var late = (await ledger.OfPeriodAsync(period.Id, null, cancellationToken)).Where(row => row is { IsOpen: false, IsLate: true, SubmittedAt: not null }).ToLookup(row => row.UnitId);
        return [.. units.Where(unit => unit.Late > 0).Select(unit => new UnitCount(unit.UnitName, unit.Late, unit.Owed)
        {
            LastOn = late[unit.UnitId].Max(row => (DateOnly?)Days.DayOf(row.SubmittedAt!.Value, view.Zone)),
            LateBy = late[unit.UnitId].Select(row => Between(row.DueOn, Days.DayOf(row.SubmittedAt!.Value, view.Zone), calendar)).DefaultIfEmpty().Max(),
        })];
    }

    /// <summary>都晚几天了: by how many days what is still open is late; of several days the earliest counts.</summary>
    private async Task<List<UnitCount>> LateByNowAsync(PlanView view, PlanPeriod period, List<UnitCount> overdue, CancellationToken cancellationToken)
    {
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        var today = Days.DayOf(view.Now, view.Zone);
        var due = (await ledger.OfPeriodAsync(period.Id, null, cancellationToken)).Where(row => row.IsOverdue(view.Now)).GroupBy(row => row.UnitName).ToDictionary(unit => unit.Key, unit => unit.Min(row => row.DueOn));
        return overdue.ConvertAll(unit => due.TryGetValue(unit.UnitName, out var day) ? unit with { LateBy = Between(day, today, calendar) } : unit);
    }

    private static Regex HowLate => field ??= new("(?:晚|迟|拖|超|逾期)(?:报|交|期)?(?:了|过)?(?:几|多少)(?:个)?(?:工作日|天)|(?:晚|迟|拖|逾期)(?:了)?多久|(?<![a-z])how (?:late|long overdue|overdue)(?![a-z])|how many (?:working )?days (?:late|overdue|behind)|(?<![a-z])days (?:late|overdue)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static (int Days, int WorkingDays) Between(DateOnly due, DateOnly day, WorkingDayCalendar calendar) =>
        (day.DayNumber - due.DayNumber, Enumerable.Range(1, Math.Max(0, day.DayNumber - due.DayNumber)).Count(number => calendar.IsWorkingDay(due.AddDays(number))));

    /// <summary>只有一项任务的, 只差一项的: whether a unit is of that kind; every unit is where nothing of the kind is said.</summary>
    private static Func<UnitTally, bool> SoManyTasks(string words)
    {
        if (MoreOrLess.Match(words) is { Success: true } range && Numbers.Parse(range.Groups["n"].Value) is { } bound)
        {
            var (least, most) = range.Groups["more"].Success ? (bound + 1, int.MaxValue) : range.Groups["least"].Success ? (bound, int.MaxValue) : (1, bound - 1);
            return range.Groups["open"].Success ? unit => unit.Open >= least && unit.Open <= most : unit => unit.Owed >= least && unit.Owed <= most;
        }
        if (OnlySoMany.Match(words) is not { Success: true } only || (only.Groups["n"].Value is "单" or "独" or "single" or "lone" ? 1 : Numbers.Parse(only.Groups["n"].Value)) is not { } number)
            return _ => true;
        return only.Groups["open"].Success ? unit => unit.Open == number : unit => unit.Owed == number;
    }

    /// <summary>Whether the words say which units of a list are meant: with a single task, 一项都没报的, 按时的.</summary>
    internal static bool KnowsFilter(string plain) => OnlySoMany.IsMatch(plain) || MoreOrLess.IsMatch(plain) || InGroups.IsMatch(plain) || NothingAtAll.IsMatch(plain) || Afterwards.IsMatch(plain) || Whole.IsMatch(plain) || Partly.IsMatch(plain)
        || OnTime.IsMatch(plain) || ByUnit.IsMatch(plain) || DroppedOut.IsMatch(plain) || InEach.IsMatch(plain) || ReviewWords.In(plain) is not null || StateWords.In(plain) is not null;

    private static Regex OnlySoMany => field ??= new($"(?:任务)?(?<n>单|独)(?:一)?(?:项|条|个)?(?:任务|事项)的|(?:只|就|仅)(?:(?<open>差|欠|剩|缺)|有|担|领)(?:了|下)?(?<n>{Numbers.Pattern})(?:项|条|个|件)(?:任务|事项)?的|(?<![a-z])(?:with|have|has|having|owing|owe|owes|got|only) (?:only |just )*(?:a )?(?<n>one|two|three|four|five|single|lone|[1-9]) (?<open>open |missing |outstanding )?(?:tasks?|items?|reports?|duty|duties)(?![a-z])");

    private static Regex MoreOrLess => field ??= new($"(?<open>差|欠|没报|没交|未报|缺|剩)(?:了|着|下)?(?<n>{Numbers.Pattern})(?:项|条|个|件)(?:任务|事项)?(?<least>及?以上)|(?<open>差|欠|没报|没交|未报|缺)?[^,.]{{0,4}}(?:(?<more>多于|超过|大于|不止|高于)|(?<least>至少|不少于|不低于)|(?:少于|不足|不到|低于))(?:有)?(?<n>{Numbers.Pattern})(?:项|条|个|件)|(?<n>{Numbers.Pattern})(?:项|条|个|件)(?:任务|事项)?(?<least>及?以上)|(?:(?<more>more than|over|above)|(?<least>at least)|(?:fewer than|less than|under)) (?<n>{Numbers.EnglishPattern}) (?<open>open |missing |outstanding )?(?:tasks?|items?)(?![a-z])");

    private static Regex ByUnit => field ??= new("(?:按|论|以|照)(?:照)?(?:单位|家数?|委办局)(?!上报|报送|来报)|几个单位.{0,4}(?:不要|别|不说)|(?<![a-z])(?:by|per|in) units?(?![a-z])|counted by unit|units? rather than tasks?");

    /// <summary>Who is missing, with buttons that know of which period: pressed next quarter, they do not urge about that one.</summary>
    private static CardContent CardOf(Reply reply, UnitList list, Question question, PlanView view, ReportingPeriod key)
    {
        var urge = question.Intent == Intent.WhoOverdue ? UrgeTexts.UrgeOverdue(key, question.Language) : UrgeTexts.UrgeOpen(key, question.Language);
        return list.Card(reply.Text, new(CardSubjectKind.Period, $"{view.Plan.Id}/{key}"), [.. reply.Buttons.Select(Press)]);

        CardButton Press(ReplyButton button) =>
            button.Title == urge.Title ? new(button.Title, urge.Message) { Style = CardButtonStyle.Main }
            : button == Buttons.More(question.Language) ? CardButton.Of(button) with { About = new ListPage(view.Plan.Id, key, question.Intent, question.Focus.Page).Subject }
            : CardButton.Asking(button);
    }

    /// <summary>昨天之前交的有谁: by the day on which what counts was submitted.</summary>
    private async Task<PeriodAnswer> ReportedOnAsync(PlanView view, PlanPeriod period, ReportedDays days, int page, Language language, CancellationToken cancellationToken)
    {
        var rows = await ledger.OfPeriodAsync(period.Id, null, cancellationToken);
        var units = rows.GroupBy(row => row.UnitName)
            .Select(unit => new UnitCount(unit.Key, unit.Count(row => row.IsReported() && row.SubmittedAt is { } at && days.Hold(Days.DayOf(at, view.Zone))), unit.Count())).Where(unit => unit.Count > 0).ToList();
        return new(PeriodTexts.ReportedOn(PeriodTexts.Heading(period, view.Zone, language), days.From, days.Until, units, page, language), HasMore(units, page));
    }

    /// <summary>All figures of a period.</summary>
    private static PeriodFigures Figures(IReadOnlyList<UnitTally> units) => new(
        units.Sum(unit => unit.Owed), units.Sum(unit => unit.Reported), units.Sum(unit => unit.Late), units.Sum(unit => unit.Overdue),
        units.Sum(unit => unit.Waived), units.Count, units.Count(unit => unit.Open == 0));

    /// <summary>Units in the notice's order with how many of their tasks are meant.</summary>
    private static List<UnitCount> Count(IReadOnlyList<UnitTally> units, Func<UnitTally, int> meant) =>
        [.. units.Select(unit => new UnitCount(unit.UnitName, meant(unit), unit.Owed)).Where(unit => unit.Count > 0)];

    /// <summary>Which of those that reported: 谁按时报了, 补报的有哪些, 报全的有哪些, 哪些单位报了一部分.</summary>
    private static (ReportedShare, Func<UnitTally, int>) ShareOf(string words) =>
        Afterwards.IsMatch(words) ? (ReportedShare.Late, unit => unit.Late)
        : OnTime.IsMatch(words) ? (ReportedShare.InTime, unit => unit.Reported - unit.Late)
        : Partly.IsMatch(words) ? (ReportedShare.Part, unit => unit.Open > 0 ? unit.Reported : 0)
        : Whole.IsMatch(words) ? (ReportedShare.Whole, unit => unit.Open == 0 ? unit.Reported : 0)
        : (ReportedShare.All, unit => unit.Reported);

    /// <summary>Whether these words ask for the units in groups: 中间那堆 means one of them from then on.</summary>
    public static bool AsksForGroups(string words) => InGroups.IsMatch(words);

    /// <summary>分三堆：全交的、交了一部分的、一个没交的.</summary>
    private static Regex InGroups => field ??= new("分(?:成|为|开)?(?:三|3|几|两)?(?:堆|类|档|组|拨|摊)|(?:全|都|已)(?:交|报)(?:了|齐|全|完)?的?[^。]{0,10}(?:部分|一半)[^。]{0,12}(?:没|未)|(?:complete|all|everything)[^.]{0,24}part[^.]{0,24}(?:nothing|none|not)|three (?:groups|piles|lists)");

    private static Regex InOneSentence => field ??= new("(?:一|1)句话|简单(?:说|讲)|简而言之|长话短说|(?:in|with) (?:one|a single|a) (?:sentence|line|word)|in short|in brief|briefly|one line");

    private static Regex NothingAtAll => field ??= new("(?:一项|一条|一份|一个?字|只字|什么|啥|半点|完全|一点)(?:都|也)?(?:没|未)|没动|按兵不动|全没|(?:not|n't|nothing)[a-z ]*(?:at all|anything|a single)|nothing from|no reports? at all");

    private static Regex Afterwards => field ??= new("补报|(?:过|超)(?:了)?(?:期|截止(?:日)?|点|时限|期限)(?:以?后)?(?:才|又)?(?:报|交)|(?:晚|迟)(?:了)?的(?:都|有|是)?(?:哪|谁)|(?:晚|迟)(?:了|交|报)?(?:几|多少)天|(?:晚|迟|逾期|超期)了?(?:才|以后|之后)?(?:报|交)(?:上来)?的|(?:file|report|submit) late|(?:filed|reported|submitted|came in|handed in|was|were) late|how late|late,? (?:and )?(?:by )?how (?:many|much)");

    private static Regex Whole => field ??= new("(?:报|交)(?:全|齐|完)|全部(?:报|交)|全(?:都)?(?:报|交)了|everything|completely|in full");

    private static Regex Partly => field ??= new("一?部分|没(?:报|交)[全齐完]|part(?:ly|ially| of)|some of");

    /// <summary>谁按时报了: who reported late is not meant.</summary>
    private static Regex OnTime => field ??= new("按时|按期|准时|及时|如期|(?:in|on) time|punctual");

    private static bool HasMore(List<UnitCount> units, int page) => units.Count > (page + 1) * UnitList.PageSize;

    private static IEnumerable<ReplyButton> ButtonsFor(Question question, bool hasMore, PlanView view)
    {
        var period = view.KeyOf(question.Focus.Period);
        var isDue = view.Find(period) is { } found && view.Now >= found.DueAt;
        var language = question.Language;
        if (hasMore)
            yield return Buttons.More(language);
        if (question.Intent != Intent.WhoMissing)
            yield return Buttons.WhoHasNotReported(language);
        if (question.Intent != Intent.WhoOverdue)
            yield return Buttons.WhoIsOverdue(language);
        if (question.Intent != Intent.Rate)
            yield return Buttons.Rate(language);
        if (question.Asker.Sees(Domain.Ability.Urge))
            yield return question.Intent == Intent.WhoMissing || !isDue ? UrgeTexts.UrgeOpen(period, language) : Buttons.UrgeAll(language);
    }
}

/// <param name="List">Null where the answer is none.</param>
internal sealed record PeriodAnswer(string Text, bool HasMore = false, UnitList? List = null);

internal static class LedgerRows
{
    /// <summary>Something counts as submitted.</summary>
    public static bool IsReported(this LedgerRow row) => !row.IsOpen && row.State != ObligationState.Waived;
}
