using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>几号交: due dates of any period, opened or not, and why they fall where they do.</summary>
public sealed class DueAnswers(CurrentCalendar calendar, ILedgerQuery ledger, PlanLadders planLadders, ReturnReasons returned, RequestView requests)
{
    /// <summary>The due dates of a year of quarters.</summary>
    private const int MostPeriods = 4;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        DateOnly? told = null;
        ReportingPeriod? last = null;
        foreach (var view in question.Plans)
        {
            var lines = new List<string>();
            if (question.Focus.Periods.Count == 0 && WeekIn(question.Focus, Days.DayOf(view.Now, view.Zone)) is { } week)
            {
                lines.AddRange(await OfWeekAsync(question, view, week, cancellationToken));
                told = week.Monday;
            }
            else if (question.Said.Evidence.Any(evidence => evidence.Idea == "HowOftenAYear"))
            {
                var all = OfYear(view, question.Focus.Period is { } named ? view.KeyOf(named).Year : view.KeyOf(null).Year);
                lines.AddRange((await OfPeriodsAsync(question, view, all, cancellationToken)).Prepend(DueTexts.TimesAYear(all[0].Year, all.Count, question.Language)));
            }
            else if ((question.Focus.Periods.Count == 0 || HowOften.IsMatch(question.Said.Plain)) && question.Said.Evidence.Any(evidence => evidence.Idea == "EveryPeriod"))
                lines.AddRange((await OfPeriodsAsync(question, view, Following(view), cancellationToken)).Prepend((HowOften.IsMatch(question.Said.Plain) ? DueTexts.HowOften(view.Plan.Reporting.Frequency, question.Language) : "") + DueTexts.EveryPeriod(question.Language)));
            else
            {
                var keys = await KeysAsync(question, view, cancellationToken);
                lines.AddRange(await OfPeriodsAsync(question, view, keys, cancellationToken));
                if (question.Asker.Sees(Ability.SeeOverview) && DueWords.AsksWhetherEarly(question.Said.Plain))
                    lines.AddRange(await InAlreadyAsync(view, keys, question.Language, cancellationToken));
                last = question.Focus.Periods is [{ Reference: PeriodReference.NextDue }] ? keys[^1] : null;
                told = keys is [var only] ? view.Find(only)?.DueOn ?? (await DatesAsync(view, only, cancellationToken))?.Due.Day : null;
            }
            if (Returned.IsMatch(question.Said.Plain) && view.InQuestion is { } current)
                lines.AddRange(await ReasonsAsync(question, current, cancellationToken));
            if (question.Said.Evidence.Any(evidence => evidence.Idea == "EndOfDay") && view.InQuestion is { } asked && TimeZoneInfo.ConvertTime(asked.DueAt, view.Zone).TimeOfDay == TimeSpan.Zero)
                lines.Add(DueTexts.WholeDay(question.Language));
            if (WhetherInTime.IsMatch(question.Said.Plain) && view.InQuestion is { } reported)
                lines.AddRange(await ReportedAsync(question, view, reported, cancellationToken));
            if (view == question.Plans[0] && question.Asker.Person.Contacts.Count > 0 && !question.Asker.Sees(Ability.SeeOverview))
                lines.AddRange(await requests.PendingExtensionsAsync(question.Asker.Person.Id, question.Language, cancellationToken));
            var text = string.Join('\n', lines);
            texts.Add(question.Plans.Count > 1 || question.NamesPlan ? $"{question.Language.In($"《{view.Plan.Title}》", view.Plan.Title)}\n{text}" : text);
        }
        return new(string.Join("\n\n", texts)) { Day = question.Plans.Count == 1 ? told : null, Buttons = CommonTexts.HomeButtons(question.Asker.Person, question.Language), Period = last };
    }

    /// <summary>How much of each is in.</summary>
    private async Task<List<string>> InAlreadyAsync(PlanView view, IReadOnlyList<ReportingPeriod> keys, Language language, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var key in keys)
        {
            IReadOnlyList<LedgerRow> rows = view.Find(key) is { } period ? await ledger.OfPeriodAsync(period.Id, null, cancellationToken) : [];
            lines.Add(DueTexts.InAlready(key, rows.Count(row => row.IsReported()), rows.Count, [.. rows.Where(row => row.IsReported()).Select(row => row.UnitName).Distinct()], language));
        }
        return lines;
    }

    /// <summary>退回来是因为啥，什么时候要: why the asker's own reports were sent back.</summary>
    private async Task<List<string>> ReasonsAsync(Question question, PlanPeriod period, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var contact in question.Asker.Person.Contacts)
            lines.Add(OwnTexts.WhyReturned(await returned.OfAsync(await ledger.OfPeriodAsync(period.Id, contact.UnitId, cancellationToken), cancellationToken), question.Language).Trim());
        return lines.FindAll(line => line.Length > 0);
    }

    /// <summary>我算准时吧: of the asker's own reports.</summary>
    private async Task<List<string>> ReportedAsync(Question question, PlanView view, PlanPeriod period, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var unit in question.Asker.Person.Contacts.Select(contact => contact.UnitId).Distinct())
        {
            var filed = (await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Where(row => row is { IsOpen: false, SubmittedAt: not null }).ToList();
            if (filed.Count > 0)
                lines.Add(DueTexts.FiledInTime([.. filed.Select(row => row.UnitTaskOrdinal)], filed.TrueForAll(row => !row.IsLate), TimeZoneInfo.ConvertTime(filed.Max(row => row.SubmittedAt!.Value), view.Zone), question.Language));
        }
        return lines;
    }

    private static Regex WhetherInTime => field ??= new("(?:我|我们|咱们?|这|这样|刚才)?(?:算|是|算是|算不算|是不是)(?:不是)?(?:准时|按时|按期|准点|及时|迟|晚|逾期)|(?<![a-z])(?:am i|are we|was i|were we|is (?:it|mine|ours)|did (?:i|we) make it|was it)(?: (?:still|just|all|filed|in))* (?:on time|in time|late|ok)(?![a-z])");

    private static Regex Returned => field ??= new("退回|打回|退的|(?<![a-z])(?:returned|sent back|c[ao]me back|bounced)(?![a-z])");

    private async Task<List<string>> OfPeriodsAsync(Question question, PlanView view, IEnumerable<ReportingPeriod> keys, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var key in keys)
            lines.Add(await AnswerAsync(question, view, key, cancellationToken));
        return lines;
    }

    /// <summary>下次什么时候 is the next period for whoever has reported the one in question; for others it is that one, and the next besides.</summary>
    private async Task<IReadOnlyList<ReportingPeriod>> KeysAsync(Question question, PlanView view, CancellationToken cancellationToken)
    {
        if (question.Said.When is { Month: { } month, Day: { } day } && (DueWords.AsksWhyThatDay(question.Said.Plain) || DueWords.AsksWhichPeriod(question.Said.Plain)) && await DueOnAsync(view, month, day, cancellationToken) is { } asked)
            return [asked];
        var keys = view.KeysOf(question.Focus.Periods);
        if (question.Focus.Periods is not [{ Reference: PeriodReference.NextDue }] || view.InQuestion is not { } period || question.Asker.Person.Contacts.Count == 0 || view.Setting.Last is { } last && last <= period.Period)
            return [.. keys.Take(MostPeriods)];
        var next = period.Period.Next();
        foreach (var contact in question.Asker.Person.Contacts)
        {
            if ((await ledger.OfPeriodAsync(period.Id, contact.UnitId, cancellationToken)).Any(row => row.IsOpen))
                return keys[0] == next ? [next] : [keys[0], next];
        }
        return [next];
    }

    /// <summary>The period that is due on that day of the year; null when none near is.</summary>
    private async Task<ReportingPeriod?> DueOnAsync(PlanView view, int month, int day, CancellationToken cancellationToken)
    {
        var key = view.KeyOf(null).Previous();
        for (var i = 0; i < NearPeriods; i++, key = key.Next())
        {
            if ((view.Find(key)?.DueOn ?? (view.Setting.Owes(key) ? (await DatesAsync(view, key, cancellationToken))?.Due.Day : null)) is { } due && due.Month == month && due.Day == day)
                return key;
        }
        return null;
    }

    /// <summary>Looked through for a due day.</summary>
    private const int NearPeriods = 14;

    /// <summary>The plan's periods of a year; the first one where the year has none.</summary>
    private static List<ReportingPeriod> OfYear(PlanView view, int year)
    {
        var (first, last) = (view.Plan.Reporting.FirstPeriod, view.Plan.Reporting.LastPeriod);
        var all = new List<ReportingPeriod>();
        for (var key = first; key.Year <= year && (last is not { } end || key <= end); key = key.Next())
        {
            if (key.Year == year)
                all.Add(key);
        }
        return all.Count > 0 ? all : [first];
    }

    /// <summary>The period in question and those after it, as long as the plan lasts.</summary>
    private static IEnumerable<ReportingPeriod> Following(PlanView view)
    {
        var key = view.KeyOf(null);
        for (var i = 0; i < MostPeriods && (view.Plan.Reporting.LastPeriod is not { } last || key <= last); i++, key = key.Next())
            yield return key;
    }

    /// <summary>这周有什么到期: the periods and the single reports due in the week; where there is none, that, and what comes next.</summary>
    private async Task<List<string>> OfWeekAsync(Question question, PlanView view, (DateOnly Monday, DateOnly Sunday) week, CancellationToken cancellationToken)
    {
        var lines = await OfPeriodsAsync(question, view, view.Periods.Where(period => IsIn(period.DueOn)).Select(period => period.Period), cancellationToken);
        foreach (var period in view.Periods)
        {
            if (IsIn(period.DueOn) && question.Asker.Sees(Ability.SeeOverview))
            {
                var (units, tasks) = await ledger.OpenInAsync([period.Id], cancellationToken);
                lines.Add(DueTexts.StillOpen(units, tasks, question.Language));
            }
            var rows = question.Asker.Sees(Ability.SeeOverview) ? await ledger.OfPeriodAsync(period.Id, null, cancellationToken) : [];
            lines.AddRange(rows.Where(row => row.IsOpen && row.DueOn != period.DueOn && IsIn(row.DueOn)).Select(row => DueTexts.OfOne(row.UnitName, row.UnitTaskOrdinal, row.DueOn, question.Language)));
        }
        if (lines.Count > 0)
            return lines;
        return [DueTexts.NothingInWeek(week.Monday, week.Sunday, question.Language), await AnswerAsync(question, view, view.Setting.NextDue, cancellationToken)];

        bool IsIn(DateOnly day) => day >= week.Monday && day <= week.Sunday;
    }

    /// <summary>The week that is named, from Monday to Sunday; null when none is.</summary>
    private static (DateOnly Monday, DateOnly Sunday)? WeekIn(Focus asked, DateOnly today)
    {
        if (Week.Match(asked.Words) is not { Success: true } named)
            return null;
        // 再下一周 counts from the week that was spoken of.
        var from = named.Groups["after"].Success && asked.Day is { } spokenOf ? spokenOf : today;
        var monday = from.AddDays(-(((int)from.DayOfWeek + 6) % 7) + (named.Groups["two"].Success ? 14 : named.Groups["next"].Success || named.Groups["after"].Success ? 7 : 0));
        return (monday, monday.AddDays(6));
    }

    private static Regex Week => field ??= new("(?:这|本|这个|本个)(?:周|星期|礼拜)(?![一二三四五六日天末])|this week|(?<two>下下个?(?:周|星期|礼拜)(?![一二三四五六日天末]))|(?<after>再下一?个?(?:周|星期|礼拜)(?![一二三四五六日天末])|后面一?(?:周|星期|礼拜)|the week after(?! next)|the following week)|(?<next>下一?个?(?:周|星期|礼拜)(?![一二三四五六日天末])|next week)");

    private static Regex HowOften => field ??= new("[一1](?:次|回)|多久|按季|按月|每季度?[报交]|often|every quarter|each quarter|once a");

    /// <summary>Due date in words of a period that the ledger does not know yet; null when the plan does not have it.</summary>
    internal async Task<string?> OfUnopenedAsync(PlanView view, ReportingPeriod key, Language language, CancellationToken cancellationToken) =>
        await DatesAsync(view, key, cancellationToken) is { } dates ? Days.Due(dates.Due.Day, dates.LateFrom, dates.Due.IsProvisional, view.Zone, language) : null;

    private async Task<string> AnswerAsync(Question question, PlanView view, ReportingPeriod key, CancellationToken cancellationToken)
    {
        var language = question.Language;
        var today = Days.DayOf(view.Now, view.Zone);
        if (await OfUnitsAsync(question, view, key, today, cancellationToken) is { } ofUnits)
            return ofUnits;
        var working = await calendar.ReadAsync(cancellationToken);
        if (view.Find(key) is { } period)
        {
            // The ledger knows the date that holds; it is explained only where the rule still gives that very day.
            var why = DueDatePolicy.Explain(key, view.Plan.Reporting.DueRule, working).LastOrDefault(explanation => explanation.Due.Day == period.DueOn);
            var text = DueTexts.Due(key, Days.Due(period.DueOn, period.DueAt, period.IsProvisional, view.Zone, language), why, period.DueOn, today, WorkingDaysLeft(question, today, period.DueOn, working), language);
            var moved = await OwnExceptionsAsync(question, period, cancellationToken);
            return moved.Count == 0 ? text : $"{text}\n{DueTexts.Exceptions(moved, language)}";
        }
        return await DatesAsync(view, key, cancellationToken) is { } dates
            ? DueTexts.Due(
                key, Days.Due(dates.Due.Day, dates.LateFrom, dates.Due.IsProvisional, view.Zone, language),
                DueDatePolicy.Explain(key, view.Plan.Reporting.DueRule, working)[^1], dates.Due.Day, today, WorkingDaysLeft(question, today, dates.Due.Day, working), language)
            : PeriodTexts.NotOpen(key, due: null, language);
    }

    /// <summary>From today to the due day, both counted; null on the day itself, when it is over, or too far off to count where nobody asks how many there are.</summary>
    private static int? WorkingDaysLeft(Question question, DateOnly today, DateOnly dueOn, WorkingDayCalendar working) => dueOn.DayNumber - today.DayNumber is > 0 and var days && (days <= Near || HowMany.IsMatch(question.Said.Plain))
        ? Enumerable.Range(0, days + 1).Count(day => working.IsWorkingDay(today.AddDays(day))) : null;

    /// <summary>Calendar days for which it is said unasked.</summary>
    private const int Near = 31;

    private static Regex HowMany => field ??= new("(?:几|多少)(?:个)?(?:工作日|天|日)|how (?:many|long)[a-z ]*");

    /// <summary>教委科技局分别到几号: one after the other, where any has a date of its own.</summary>
    private async Task<string?> OfUnitsAsync(Question question, PlanView view, ReportingPeriod key, DateOnly today, CancellationToken cancellationToken)
    {
        var named = question.Said.Units.Select(unit => unit.One).OfType<Unit>().DistinctBy(unit => unit.Id).ToList();
        if (named.Count < 2)
            return await OfUnitAsync(question, view, key, today, cancellationToken);
        var lines = new List<string>();
        foreach (var unit in named)
        {
            if (await OfUnitAsync(question with { Focus = question.Focus with { UnitId = unit.Id } }, view, key, today, cancellationToken) is { } its)
                lines.Add(its);
            else if (view.Find(key) is { } period)
                lines.Add(DueTexts.Regular(unit.Name, key, period.DueOn, today, question.Language));
        }
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    /// <summary>The dates that hold for the unit that is spoken of.</summary>
    /// <returns>Null when no unit is, the asker may not see it, or its dates are the period's.</returns>
    private async Task<string?> OfUnitAsync(Question question, PlanView view, ReportingPeriod key, DateOnly today, CancellationToken cancellationToken)
    {
        if ((question.Focus.UnitId ?? await OnlyMovedAsync(question, view, key, cancellationToken)) is not { } unitId || !question.Asker.Sees(Ability.SeeUnit, unitId) || view.Find(key) is not { } period)
            return null;
        var rows = await ledger.OfPeriodAsync(period.Id, unitId, cancellationToken);
        var meant = (question.Focus.Task is { } task ? rows.Where(row => row.UnitTaskOrdinal == TaskWords.Counted(task, rows.Count)) : rows.Any(row => row.IsOpen) ? rows.Where(row => row.IsOpen) : rows).ToList();
        var days = meant.GroupBy(row => row.DueOn).OrderBy(day => day.Key).Select(day => (day.Key, (IReadOnlyList<int>)[.. day.Select(row => row.UnitTaskOrdinal)])).ToList();
        return days.TrueForAll(day => day.Key == period.DueOn) ? null : DueTexts.OfUnit(meant[0].UnitName, key, days, period.DueOn, today, question.Language);
    }

    /// <summary>The asker's unit, where nothing that it still owes is due on the period's own day; null otherwise.</summary>
    private async Task<Guid?> OnlyMovedAsync(Question question, PlanView view, ReportingPeriod key, CancellationToken cancellationToken)
    {
        if (view.Find(key) is not { } period || question.Asker.Person.Contacts.Select(contact => contact.UnitId).Distinct().ToList() is not [var own])
            return null;
        var open = (await ledger.OfPeriodAsync(period.Id, own, cancellationToken)).Where(row => row.IsOpen).ToList();
        return open.Count > 0 && open.TrueForAll(row => row.DueOn != period.DueOn) ? own : null;
    }

    /// <summary>The asker's own open tasks whose date is not the period's.</summary>
    private async Task<List<(int, DateOnly)>> OwnExceptionsAsync(Question question, PlanPeriod period, CancellationToken cancellationToken)
    {
        var moved = new List<(int, DateOnly)>();
        foreach (var contact in question.Asker.Person.Contacts)
        {
            var rows = await ledger.OfPeriodAsync(period.Id, contact.UnitId, cancellationToken);
            moved.AddRange(rows.Where(row => row.IsOpen && row.DueOn != period.DueOn).Select(row => (row.UnitTaskOrdinal, row.DueOn)));
        }
        return moved;
    }

    private async Task<PeriodDates?> DatesAsync(PlanView view, ReportingPeriod key, CancellationToken cancellationToken) =>
        key.Frequency == view.Plan.Reporting.Frequency
            ? new PlanSchedule(view.Plan, await calendar.ReadAsync(cancellationToken), await planLadders.OfAsync(view.Plan.Id, cancellationToken)).DatesOf(key)
            : null;
}
