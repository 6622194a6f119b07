using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>One page of units with how many of their tasks are meant: said in lines, or shown as a card.</summary>
/// <param name="Lead">What the list is of, or that there is none.</param>
public sealed record UnitList(string Heading, string Lead, IReadOnlyList<(string Unit, string Count)> Units)
{
    /// <summary>Units on one page, so that no list runs over a screen.</summary>
    public const int PageSize = 20;

    /// <summary>Which page it is; null when there is one only, or it is the last.</summary>
    public string? Paging { get; init; }

    /// <summary>What else is to be known; null for nothing.</summary>
    public string? Besides { get; init; }

    public static UnitList Of(string heading, string lead, IReadOnlyList<UnitCount> units, int page, Language language)
    {
        var from = units.Count == 0 ? 0 : Math.Min(page, (units.Count - 1) / PageSize) * PageSize;
        var shown = units.Skip(from).Take(PageSize).Select(unit => (unit.UnitName, (unit.Count == unit.Of
            ? language.In($"{unit.Count}项", PeriodTexts.Tasks(unit.Count))
            : language.In($"{unit.Of}项中的{unit.Count}项", $"{unit.Count} of {PeriodTexts.Tasks(unit.Of)}"))
            + (unit.LastOn is { } day ? language.In($"，{Days.Readable(day, language)}报送", $", {Days.Readable(day, language)}") : "")
            + (unit.LateBy is var (days, working) && days > 0 ? language.In($"，晚{days}天，合{working}个工作日", $", {ReminderTexts.Plural(days, "day")} late ({ReminderTexts.Plural(working, "working day")})") : "")));
        return new(heading, lead, [.. shown])
        {
            Paging = units.Count > from + PageSize
                ? language.In($"以上为第{from + 1}至{from + PageSize}个，共{units.Count}个，回复“下一页”继续。", $"Units {from + 1} to {from + PageSize} of {units.Count}; say \"more\" for the rest.")
                : null,
        };
    }

    public string TextIn(Language language)
    {
        var lines = Units.Select(unit => language.In($"{unit.Unit}（{unit.Count}）", $"{unit.Unit} ({unit.Count})"));
        return string.Join('\n', lines.Prepend(Lead).Prepend(Heading).Append(Paging).Append(Besides).Where(line => !string.IsNullOrEmpty(line)));
    }

    /// <param name="says">The reply's text.</param>
    public CardContent Card(string says, CardSubject about, IReadOnlyList<CardButton> buttons) => new(CardLayout.List, says, about)
    {
        Title = Heading,
        Lead = Lead,
        Groups = Units.Count == 0 ? [] : [new(null, [.. Units.Select(unit => new CardRow(unit.Unit) { Aside = unit.Count })])],
        Hint = string.Join('\n', new[] { Paging, Besides }.Where(line => line is not null)),
        Buttons = buttons,
    };
}
