using System.Globalization;
using PlanBot.Data.Model;

namespace PlanBot.Importing.Repair;

/// <summary>What can be wrong with a field that a person has filled in.</summary>
public enum FieldProblem
{
    Missing = 1,
    TooLong = 2,

    /// <summary>No date in the form 2020, 2020-06, 2020-06-30 or 2020-06-30T18:00, or one that does not exist.</summary>
    NoDate = 3,

    /// <summary>A unit's name that is too long to be one, or holds characters that no name has.</summary>
    NoUnitName = 4,
    TooMany = 5,
    NoNumber = 6,
    NoPeriod = 7,
    NoTime = 8,

    /// <summary>A first period that was over before the plan began.</summary>
    BeforePlan = 9,
}

/// <summary>A task as it stands in a form: text in every field.</summary>
public sealed record TaskFields
{
    public const int LongestText = 20_000;
    private const int LongestNumber = 40;
    private const int LongestTitle = 300;
    private const int LongestName = 60;
    private const int MostUnits = 300;
    private const int MostMilestones = 100;

    public string Number { get; init; } = "";
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>Names with 、 between them.</summary>
    public string Lead { get; init; } = "";
    public string Support { get; init; } = "";
    public string Responsible { get; init; } = "";

    /// <summary>The deadline as written, and its date.</summary>
    public string Deadline { get; init; } = "";
    public string DeadlineDate { get; init; } = "";

    /// <summary>One a line: the date, a space, the words.</summary>
    public string Milestones { get; init; } = "";

    public static TaskFields Of(NoticeTask task) => new()
    {
        Number = task.Number ?? "", Title = task.Title ?? "", Text = task.Text, Lead = Names(task, AssignmentRole.Lead), Support = Names(task, AssignmentRole.Support), Responsible = Names(task, AssignmentRole.Responsible),
        Deadline = task.Deadline?.Raw ?? "", DeadlineDate = task.Deadline?.Date ?? "", Milestones = string.Join('\n', task.Milestones.Select(milestone => $"{milestone.Date ?? "-"} {milestone.Raw}")),
    };

    /// <param name="before">The task as it was read: what was not touched stays as the notice wrote it. Null for a new one.</param>
    /// <param name="line">Of the source.</param>
    /// <returns>The task, or by the field's name what is wrong with it.</returns>
    public (NoticeTask? Task, IReadOnlyDictionary<string, FieldProblem> Problems) Check(NoticeTask? before, int line)
    {
        var problems = new Dictionary<string, FieldProblem>();
        Limit(problems, nameof(Number), Number, LongestNumber);
        Limit(problems, nameof(Title), Title, LongestTitle);
        Limit(problems, nameof(Text), Text, LongestText);
        if (string.IsNullOrWhiteSpace(Text))
            problems[nameof(Text)] = FieldProblem.Missing;
        Limit(problems, nameof(Deadline), Deadline, LongestTitle);
        if (DeadlineDate.Trim().Length > 0 && Precision(DeadlineDate.Trim()) is null)
            problems[nameof(DeadlineDate)] = FieldProblem.NoDate;
        var units = new List<NoticeUnit>();
        foreach (var (field, names, role) in new[] { (nameof(Lead), Lead, AssignmentRole.Lead), (nameof(Support), Support, AssignmentRole.Support), (nameof(Responsible), Responsible, AssignmentRole.Responsible) })
            units.AddRange(Units(problems, field, names, role, before));
        var milestones = Dated(problems);
        return problems.Count > 0 ? (null, problems) : (new NoticeTask
        {
            Number = Given(Number), Title = Given(Title), Text = Text.Trim().ReplaceLineEndings("\n"), Line = before?.Line ?? line, Deadline = DeadlineOf(), Milestones = milestones,
            Units = before is null ? units : InOrder(units, [.. before.Units.Select(known => known.Name)]),
        }, problems);
    }

    /// <summary>In the notice's order: a unit keeps its place, and one that was added stands behind the one before it.</summary>
    private static IReadOnlyList<NoticeUnit> InOrder(List<NoticeUnit> units, List<string> before)
    {
        var (places, last) = (new Dictionary<NoticeUnit, int>(), -1);
        foreach (var unit in units)
            places[unit] = last = before.IndexOf(unit.Name) is var at and >= 0 ? at : last;
        return [.. units.OrderBy(unit => places[unit])];
    }

    /// <returns>year, month, day or minute; null when it is no date.</returns>
    internal static string? Precision(string date) => date.Length switch
    {
        4 => Is(date, "yyyy") ? "year" : null, 7 => Is(date, "yyyy-MM") ? "month" : null, 10 => Is(date, "yyyy-MM-dd") ? "day" : null, 16 => Is(date, "yyyy-MM-dd'T'HH:mm") ? "minute" : null, _ => null,
    };

    private static bool Is(string date, string form) => DateTime.TryParseExact(date, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Names(NoticeTask task, AssignmentRole role) => string.Join('、', task.Units.Where(unit => unit.Role == role).Select(unit => unit.Name));

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    private static void Limit(Dictionary<string, FieldProblem> problems, string field, string text, int longest)
    {
        if (text.Length > longest)
            problems[field] = FieldProblem.TooLong;
    }

    private static List<NoticeUnit> Units(Dictionary<string, FieldProblem> problems, string field, string names, AssignmentRole role, NoticeTask? before)
    {
        var units = new List<NoticeUnit>();
        foreach (var name in names.Split(['、', '，', ',', '；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
        {
            if (!IsUnitName(name))
                problems[field] = FieldProblem.NoUnitName;
            units.Add(before?.Units.FirstOrDefault(known => known.Name == name) is { } known ? known with { Role = role } : new(name, name, role, UnitNames.IsGroup(name) ? UnitKind.Group : UnitKind.Unit));
        }
        if (units.Count > MostUnits)
            problems[field] = FieldProblem.TooMany;
        return units;
    }

    internal static bool IsUnitName(string name) => name.Length <= LongestName && !name.Any(char.IsControl) && name.Any(char.IsLetter);

    private DatedText? DeadlineOf() => (Given(Deadline), Given(DeadlineDate)) switch
    {
        (null, null) => null,
        var (raw, date) => new(raw ?? date!, date, date is null ? null : Precision(date)),
    };

    private List<DatedText> Dated(Dictionary<string, FieldProblem> problems)
    {
        var dated = new List<DatedText>();
        foreach (var line in Milestones.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split([' ', '\t', '　'], 2, StringSplitOptions.TrimEntries) is not [var date, { Length: > 0 } words] || (date != "-" && Precision(date) is null))
                problems[nameof(Milestones)] = FieldProblem.NoDate;
            else
                dated.Add(new(words, date == "-" ? null : date, date == "-" ? null : Precision(date)));
        }
        if (dated.Count > MostMilestones)
            problems[nameof(Milestones)] = FieldProblem.TooMany;
        return dated;
    }
}
