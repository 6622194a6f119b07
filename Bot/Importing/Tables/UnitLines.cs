namespace PlanBot.Importing.Tables;

/// <summary>The lists of units of a cell that has several lines: each line is one, unless the line break stands inside a list or a name.</summary>
internal static class UnitLines
{
    public static IEnumerable<Passage> Of(Passage cell)
    {
        if (!cell.Text.Contains('\n'))
            return [cell];
        var lists = new List<Passage>();
        foreach (var line in cell.Split("\n"))
            if (lists is [.., var above] && GoesOn(above, line))
                lists[^1] = Passage.Join([above, line]);
            else
                lists.Add(line);
        return lists;
    }

    private static bool GoesOn(Passage above, Passage line) =>
        above.Text[^1] is '、' or '，' or '（' or '及' or '和' || line.Text[0] is '、' or '，' or '）' || (!EndsInOrgan(above) && EndsInOrgan(Passage.Join([above, line])));

    private static bool EndsInOrgan(Passage list) => UnitLists.Split(list).Units is [.., var last] && UnitNames.IsOrgan(last.Written.Compact().Text);
}
