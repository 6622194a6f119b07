namespace PlanBot.Texts;

/// <summary>Other names of units, in the conversation.</summary>
public static class AliasTexts
{
    /// <summary>Proposals of one answer.</summary>
    public const int MostShown = 10;

    /// <param name="proposed">The first of those that the table of organ names proposes.</param>
    /// <param name="all">How many it proposes.</param>
    public static Reply Ask(IReadOnlyList<(string Unit, string Name, string? Reform)> proposed, int all, Language language)
    {
        var say = language.In("请告诉我哪个单位还叫什么，例如：县工信局也叫县工信委。", "Tell me which unit has which other name, for example: the finance bureau is also called FB.");
        if (proposed.Count == 0)
            return new(say) { Buttons = [Buttons.Cancel(language)] };
        var lines = proposed.Select((alias, index) => language.In(
            $"{index + 1}. {alias.Unit}也叫{alias.Name}{(alias.Reform is { } year ? $"（{year}年机构改革）" : "（简称）")}", $"{index + 1}. {alias.Unit} is also called {alias.Name}{(alias.Reform is { } reform ? $" (reform of {reform})" : " (short name)")}"));
        return new(string.Join(
            '\n',
            [
                language.In($"按内置的机构名称表，可能还有这些叫法{(all > proposed.Count ? $"（共{all}个，先列{proposed.Count}个）" : "")}：", $"By the built-in table of organ names these may be used too{(all > proposed.Count ? $" ({proposed.Count} of {all})" : "")}:"), .. lines,
                language.In("要登记哪一个？请回序号，或直接说，例如：", "Which one shall I note? Say its number, or for example: ") + $"{proposed[0].Unit}{language.In("也叫", " is also called ")}{proposed[0].Name}",
            ]))
        {
            Buttons = [.. proposed.Take(3).Select(alias => new ReplyButton(language.In($"{alias.Unit}也叫{alias.Name}", $"{alias.Unit} is also called {alias.Name}"), language.In($"{alias.Unit}也叫{alias.Name}", $"{alias.Unit} is also called {alias.Name}"))), Buttons.Cancel(language)],
        };
    }

    /// <param name="reform">Year of the reform that brought or ended the name; null for other names.</param>
    public static string Preview(string unit, string name, string? reform, Language language) => language.In(
        $"将登记：{unit}也叫“{name}”{(reform is null ? "" : $"（{reform}年机构改革）")}。以后各计划的通知和对话里写“{name}”，都认作{unit}。", $"To be noted: {unit} is also called \"{name}\"{(reform is null ? "" : $" (reform of {reform})")}. Every plan's notices and conversations will then take it for {unit}.");

    public static Reply Kept(string unit, string name, Language language) => new(language.In($"已登记：{unit}也叫“{name}”。", $"Noted: {unit} is also called \"{name}\"."));

    public static Reply Known(string unit, string name, Language language) => new(language.In($"{unit}本来就叫“{name}”，不用登记。", $"{unit} is known as \"{name}\" already."));

    public static Reply Taken(string name, Language language) => new(language.In($"“{name}”已是同一地方另一个单位的名称，没有登记。", $"Another unit of that place is called \"{name}\" already; nothing was noted."));
}
