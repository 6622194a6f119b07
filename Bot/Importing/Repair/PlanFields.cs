using System.Globalization;
using PlanBot.Data.Model;

namespace PlanBot.Importing.Repair;

/// <summary>The heading of a notice as it stands in a form.</summary>
public sealed record HeadFields
{
    private const int Longest = 300;

    public string Title { get; init; } = "";
    public string Issuer { get; init; } = "";
    public string DocumentNumber { get; init; } = "";
    public string IssuedOn { get; init; } = "";
    public string StartsOn { get; init; } = "";
    public string EndsOn { get; init; } = "";

    public static HeadFields Of(NoticePlan plan) => new()
    {
        Title = plan.Title ?? "", Issuer = plan.Issuer ?? "", DocumentNumber = plan.DocumentNumber ?? "", IssuedOn = plan.IssuedOn ?? "", StartsOn = plan.StartsOn ?? "", EndsOn = plan.EndsOn ?? "",
    };

    public (NoticePlan? Plan, IReadOnlyDictionary<string, FieldProblem> Problems) Check(NoticePlan before)
    {
        var problems = new Dictionary<string, FieldProblem>();
        if (string.IsNullOrWhiteSpace(Title))
            problems[nameof(Title)] = FieldProblem.Missing;
        foreach (var (field, text) in new[] { (nameof(Title), Title), (nameof(Issuer), Issuer), (nameof(DocumentNumber), DocumentNumber) })
        {
            if (text.Length > Longest)
                problems[field] = FieldProblem.TooLong;
        }
        foreach (var (field, date) in new[] { (nameof(IssuedOn), IssuedOn), (nameof(StartsOn), StartsOn), (nameof(EndsOn), EndsOn) })
        {
            if (Given(date) is { } given && TaskFields.Precision(given) is null or "minute")
                problems[field] = FieldProblem.NoDate;
        }
        return problems.Count > 0 ? (null, problems) : (before with
        {
            Title = Given(Title), Issuer = Given(Issuer), DocumentNumber = Given(DocumentNumber), IssuedOn = Given(IssuedOn), StartsOn = Given(StartsOn), EndsOn = Given(EndsOn),
        }, problems);
    }

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}

/// <summary>The reporting rule as it stands in a form.</summary>
public sealed record RuleFields
{
    private const int LongestSection = 60;
    private const int MostSections = 12;

    /// <summary>Name of a <see cref="Data.Model.Frequency"/>.</summary>
    public string Frequency { get; init; } = nameof(Data.Model.Frequency.Quarterly);

    /// <summary>Kind of the due rule, as the import contract names it.</summary>
    public string Kind { get; init; } = "workingDayOfNextPeriod";

    /// <summary>The rule's number: a day, a working day, so many days before, a day of the week.</summary>
    public string Day { get; init; } = "";

    /// <summary>Month within the period, from 1.</summary>
    public string Month { get; init; } = "";

    /// <summary>Days of the month, or dates.</summary>
    public string Days { get; init; } = "";
    public string Time { get; init; } = "";

    /// <summary>back, forward or empty.</summary>
    public string Shift { get; init; } = "";
    public string FirstPeriod { get; init; } = "";

    /// <summary>One a line.</summary>
    public string Sections { get; init; } = "";
    public bool LeadOnly { get; init; }

    /// <summary>Kinds whose rule needs <see cref="Day"/>.</summary>
    private static readonly string[] WithDay = ["workingDayOfNextPeriod", "dayOfNextPeriod", "dayOfPeriod", "workingDaysBeforePeriodEnd", "daysBeforePeriodEnd", "dayOfWeek"];

    public static IReadOnlyList<string> Kinds { get; } = [.. WithDay, "endOfPeriod", "daysOfMonth", "dates"];

    public static RuleFields Of(ReportingRule rule) => Of(rule.Frequency, rule.DueRule, rule.FirstPeriod, [.. rule.Sections.Select(section => section.Name)], rule.LeadOnly);

    public static RuleFields Of(Frequency frequency, DueRule due, ReportingPeriod? first, IReadOnlyList<string> sections, bool leadOnly) => new()
    {
        Frequency = frequency.ToString(), Kind = KindOf(due), Day = DayOf(due) is { } day ? day.ToString(CultureInfo.InvariantCulture) : "", Month = due is DayOfPeriod { Month: var month } ? month.ToString(CultureInfo.InvariantCulture) : "",
        Days = due switch
        {
            DaysOfMonth days => string.Join(", ", days.Days), Dates dates => string.Join(", ", dates.Days.Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))), _ => "",
        },
        Time = due.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "", Shift = due.Shift switch { DueShift.Back => "back", DueShift.Forward => "forward", _ => "" },
        FirstPeriod = first?.ToString() ?? "", Sections = string.Join('\n', sections), LeadOnly = leadOnly,
    };

    /// <param name="before">The rule as it was read, with its evidence; null where the notice has none.</param>
    /// <param name="said">What stands for the evidence then: who decided it, in words.</param>
    public (NoticeReporting? Rule, IReadOnlyDictionary<string, FieldProblem> Problems) Check(NoticeReporting? before, string said, NoticePlan? plan = null)
    {
        var problems = new Dictionary<string, FieldProblem>();
        if (!Enum.TryParse<Frequency>(Frequency, out var frequency) || !Enum.IsDefined(frequency))
            problems[nameof(Frequency)] = FieldProblem.Missing;
        var due = Due(problems, before?.DueRule);
        if (!ReportingPeriod.TryParse(FirstPeriod, out var first) || (problems.Count == 0 && first.Frequency != frequency))
            problems[nameof(FirstPeriod)] = FieldProblem.NoPeriod;
        else if (plan is not null && first != before?.FirstPeriod && FirstPeriods.IsTooEarly(first, plan))
            problems[nameof(FirstPeriod)] = FieldProblem.BeforePlan;
        var sections = Sections.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (sections.Count > MostSections)
            problems[nameof(Sections)] = FieldProblem.TooMany;
        if (sections.Exists(section => section.Length > LongestSection))
            problems[nameof(Sections)] = FieldProblem.TooLong;
        return problems.Count > 0 ? (null, problems) : (new NoticeReporting
        {
            Frequency = frequency, DueRule = due, FirstPeriod = first, Evidence = before?.Evidence ?? said, Line = before?.Line ?? 1, Sections = sections, Recipient = before?.Recipient, LeadOnly = LeadOnly,
            NeedsSignOff = before?.NeedsSignOff ?? false,
        }, problems);
    }

    private DueRule? Due(Dictionary<string, FieldProblem> problems, DueRule? before)
    {
        var day = 0;
        if (WithDay.Contains(Kind) && !(int.TryParse(Day.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out day) && day is >= 1 and <= 366 && (Kind != "dayOfWeek" || day <= 7)))
            problems[nameof(Day)] = FieldProblem.NoNumber;
        var month = 0;
        if (Kind == "dayOfPeriod" && !(int.TryParse(Month.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out month) && month is >= 1 and <= 12))
            problems[nameof(Month)] = FieldProblem.NoNumber;
        TimeOnly? time = null;
        if (Time.Trim().Length > 0)
        {
            if (TimeOnly.TryParseExact(Time.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named))
                time = named;
            else
                problems[nameof(Time)] = FieldProblem.NoTime;
        }
        DueRule? rule = Kind switch
        {
            "workingDayOfNextPeriod" => new WorkingDayOfNextPeriod(day), "dayOfNextPeriod" => new DayOfNextPeriod(day), "dayOfPeriod" => new DayOfPeriod(month, day), "endOfPeriod" => new EndOfPeriod(),
            "workingDaysBeforePeriodEnd" => new WorkingDaysBeforePeriodEnd(day), "daysBeforePeriodEnd" => new DaysBeforePeriodEnd(day), "dayOfWeek" => new DayOfWeekRule(day),
            "daysOfMonth" => new DaysOfMonth(Numbers(problems)), "dates" => new Dates(DatesIn(problems)), _ => null,
        };
        if (rule is null)
            problems[nameof(Kind)] = FieldProblem.Missing;
        // What the form does not show stays as the notice says it.
        return rule is null ? null : rule with { Time = time, Shift = Shift switch { "back" => DueShift.Back, "forward" => DueShift.Forward, _ => null }, Inclusive = before?.Inclusive, Months = before?.Months };
    }

    private List<int> Numbers(Dictionary<string, FieldProblem> problems)
    {
        var days = Pieces().Select(piece => int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : 0).Distinct().Order().ToList();
        if (days is [] or [0, ..])
            problems[nameof(Days)] = FieldProblem.NoNumber;
        return days;
    }

    private List<DateOnly> DatesIn(Dictionary<string, FieldProblem> problems)
    {
        var dates = Pieces().Select(piece => DateOnly.TryParseExact(piece, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : DateOnly.MinValue).Distinct().Order().ToList();
        if (dates is [] || dates[0] == DateOnly.MinValue)
            problems[nameof(Days)] = FieldProblem.NoDate;
        return dates;
    }

    private string[] Pieces() => Days.Split([',', '，', '、', ' ', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string KindOf(DueRule rule) => rule switch
    {
        WorkingDayOfNextPeriod => "workingDayOfNextPeriod", DayOfNextPeriod => "dayOfNextPeriod", DayOfPeriod => "dayOfPeriod", EndOfPeriod => "endOfPeriod", WorkingDaysBeforePeriodEnd => "workingDaysBeforePeriodEnd",
        DaysOfMonth => "daysOfMonth", DaysBeforePeriodEnd => "daysBeforePeriodEnd", DayOfWeekRule => "dayOfWeek", _ => "dates",
    };

    private static int? DayOf(DueRule rule) => rule switch
    {
        WorkingDayOfNextPeriod { Day: var day } => day, DayOfNextPeriod { Day: var day } => day, DayOfPeriod { Day: var day } => day, WorkingDaysBeforePeriodEnd { Days: var days } => days,
        DaysBeforePeriodEnd { Days: var days } => days, DayOfWeekRule { Day: var day } => day, _ => null,
    };
}
