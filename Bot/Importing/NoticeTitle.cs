using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Finds the title, which is often broken over several lines and often printed twice.</summary>
internal static partial class NoticeTitle
{
    private const int MostLines = 5;
    private const int Longest = 150;

    /// <summary>A title 关于…的通知 if there is one, else the first heading that names a plan or its task table.</summary>
    public static (Passage? Title, bool IsNotice) Find(IReadOnlyList<Passage> lines)
    {
        var head = lines.TakeWhile(line => !TaskColumns.IsHeader(line)).ToList();
        return Find(head, NoticeEnd(), needsAbout: true) is { } notice ? (notice, true) : (Find(head, HeadingEnd(), needsAbout: false), false);
    }

    /// <summary>The organ before 关于; null when the title begins with 关于 or passes on another organ's paper (转发…).</summary>
    public static Passage? Issuer(Passage? title)
    {
        if (title is null || title.Text.IndexOf("关于", StringComparison.Ordinal) is not (> 1 and var about))
            return null;
        var before = title.Slice(0, about).Trim();
        return PassedOn().IsMatch(before.Text) || !before.Text.Split(' ', '、').Where(organ => organ.Length > 0).All(UnitNames.IsOrgan) ? null : before;
    }

    private static Passage? Find(List<Passage> head, Regex end, bool needsAbout)
    {
        for (var i = 0; i < head.Count; i++)
        {
            if (NoTitleStart().IsMatch(head[i].Text) || ItemLabels.Read(head[i]) is not null)
                continue;
            for (var count = 1; count <= MostLines && i + count <= head.Count; count++)
            {
                var last = head[i + count - 1];
                if (last.Line != head[i].Line + count - 1 || NoTitleLine().IsMatch(last.Text))
                    break;
                var joined = Passage.Join(head.GetRange(i, count));
                if (joined.Length > Longest)
                    break;
                var words = joined.Compact().Text;
                // 关于转发…的意见 may go on: 的通知.
                var goesOn = i + count < head.Count && head[i + count].Line == last.Line + 1 && GoesOn().IsMatch(head[i + count].Text);
                if (!goesOn && end.IsMatch(words) && (!needsAbout || words.Contains("关于", StringComparison.Ordinal)))
                    return joined;
            }
        }
        return null;
    }

    [GeneratedRegex("(?:通知|意见|方案|函|通报|决定|批复|公告|要点|计划|办法|工作分工|任务分解)(?:（[^）]*）)?$")]
    private static partial Regex NoticeEnd();

    [GeneratedRegex("(?<=.{3})(?:方案|计划|要点|分工|分工表|分解表|清单|一览表|责任表|任务表|安排|安排表|意见|措施|规划|台账|通知)(?:（[^）]*）)?$")]
    private static partial Regex HeadingEnd();

    [GeneratedRegex(@"^\s*(?:附件|附：|当前位置|首页|您的位置|索引号|来源|各|现将|为)")]
    private static partial Regex NoTitleStart();

    [GeneratedRegex(@"[。；|]|：\s*$|(?:索引号|字号|浏览|分享|打印|发布时间|发布日期|有效性)")]
    private static partial Regex NoTitleLine();

    [GeneratedRegex(@"^\s*(?:的|（[^）]*）\s*的)")]
    private static partial Regex GoesOn();

    [GeneratedRegex("^(?:转发|批转|印发|《)|《")]
    private static partial Regex PassedOn();
}
