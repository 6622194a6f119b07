namespace PlanBot.Texts;

/// <summary>Reports of a period by what has become of them.</summary>
public static class StageTexts
{
    /// <param name="heading">Period and due day.</param>
    /// <param name="units">Each unit with the numbers of its tasks.</param>
    public static string Of(string heading, ReportStage stage, IReadOnlyList<(string Unit, IReadOnlyList<int> Tasks)> units, Language language)
    {
        var (what, none) = stage switch
        {
            ReportStage.Waived => (language.In("免报", "waived"), language.In("没有免报的。", "Nothing is waived.")),
            ReportStage.Returned => (language.In("退回后还没重报", "sent back and not yet reported again"), language.In("没有退回待重报的。", "Nothing is waiting to be reported again.")),
            _ => (language.In("有草稿、还没报送", "begun as a draft and not reported"), language.In("没有写了草稿还没报的。", "Nobody has a draft that is not reported.")),
        };
        if (units.Count == 0)
            return $"{heading}\n{none}";
        var tasks = units.Sum(unit => unit.Tasks.Count);
        var lines = units.Select(unit => $"{unit.Unit}{language.In("", ": ")}{string.Join(language.In("、", ", "), unit.Tasks.Select(task => TaskNames.Ordinal(task, language)))}");
        var note = stage == ReportStage.Draft ? language.In("\n草稿不算报送，内容只有本单位看得到。", "\nA draft is no report; only the unit itself can read it.") : "";
        return $"{heading}\n{language.In($"{what}的有{units.Count}个单位、{tasks}项：", $"{what}: {tasks} in {units.Count} {(units.Count == 1 ? "unit" : "units")}")}\n{string.Join('\n', lines)}{note}";
    }

    /// <param name="last">Unit, number of the task and moment; null when nothing is in.</param>
    public static string Latest(string heading, (string Unit, int Task, string At)? last, Language language) => last is { } one
        ? $"{heading}\n{language.In($"最近一份是{one.Unit}{TaskNames.Ordinal(one.Task, language)}，{one.At}报送。", $"The last one in: {one.Unit}, {TaskNames.Ordinal(one.Task, language)}, {one.At}.")}"
        : $"{heading}\n{language.In("目前还没有单位报送。", "Nobody has reported yet.")}";
}

/// <summary>Which reports of a period a list is wished for, by what has become of them.</summary>
public enum ReportStage
{
    Waived = 1,

    /// <summary>Sent back, and not reported again.</summary>
    Returned = 2,

    /// <summary>Begun and not reported.</summary>
    Draft = 3,

    /// <summary>The one that came last.</summary>
    Latest = 4,
}
