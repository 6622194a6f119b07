using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>The units on the command line, in both languages: the terminal does not tell whose it is.</summary>
public static class UnitListTexts
{
    /// <summary>Names shown of those that are proposed.</summary>
    private const int MostProposed = 12;

    public const string HowToConfirm = "可能的别名来自内置的机构名称表，确认后才会保存：planbot units alias 单位 别名。 Proposed names come from the built-in table and are kept only when confirmed: planbot units alias UNIT NAME.";

    /// <param name="proposed">Names with the year of the reform that brought or ended them; null for short names.</param>
    public static string Line(Unit unit, IReadOnlyList<(string Name, string? Reform)> proposed)
    {
        var place = unit.Place.Length > 0 ? $"（{unit.Place}）" : "";
        var aliases = unit.Aliases.Count > 0 ? $" 别名 also: {string.Join('、', unit.Aliases)}" : "";
        var more = proposed.Count > MostProposed ? "…" : "";
        var names = proposed.Count > 0 ? $" 可能 perhaps: {string.Join('、', proposed.OrderBy(other => other.Reform is null).Take(MostProposed).Select(other => other.Reform is { } year ? $"{other.Name}（{year}）" : other.Name))}{more}" : "";
        return $"{unit.Name}{place}{aliases}{names}";
    }

    public static string Confirmed(string unit, string alias) => $"“{alias}”已记为{unit}的别名。 {alias} is now another name of {unit}.";

    public static string Taken(string alias) => $"“{alias}”已是同一地方另一个单位的名称，没有保存。 Another unit of that place is called {alias} already; nothing was kept.";

    public static string WhichUnit(string name, IReadOnlyList<string> several) => several.Count == 0
        ? $"没有“{name}”这个单位，用 planbot units 查看。 There is no unit \"{name}\"; planbot units lists them."
        : $"“{name}”有几个单位，请写全称：{string.Join('、', several)}。 Several units are called {name}; write the full name of one.";
}
