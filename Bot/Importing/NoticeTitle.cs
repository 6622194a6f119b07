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
        var head = lines.TakeWhile(line => !TaskColumns.IsHeader(line)).Select(line => line.TrimEnd(' ', '|')).Where(line => !line.IsBlank).ToList();
        return Find(head, NoticeEnd(), needsAbout: true) is { } notice ? (WithoutFrame(notice, head), true) : (Find(head, HeadingEnd(), needsAbout: false), false);
    }

    /// <summary>The organ before 关于 or 印发《; null when the title begins with them or passes on another organ's paper (转发…).</summary>
    public static Passage? Issuer(Passage? title)
    {
        if (title is null || About().Match(title.Text) is not { Success: true, Index: > 1 and var about })
            return null;
        var before = title.Slice(0, about).Trim();
        return PassedOn().IsMatch(before.Text) || !before.Text.Split(' ', '、').Where(organ => organ.Length > 0).All(UnitNames.IsOrgan) ? null : before;
    }

    /// <summary>A browser's title names the parts of the site too (区政府文件 区政府办公室关于…); where the page prints the same title without them, that one holds.</summary>
    private static Passage WithoutFrame(Passage title, List<Passage> head) =>
        SiteParts().IsMatch(title.Text) && Find([.. head.Where(line => line.Line > title.Line)], NoticeEnd(), needsAbout: true) is { } printed && FromAbout(printed) == FromAbout(title) ? printed : title;

    private static string FromAbout(Passage title)
    {
        var words = title.Compact().Text;
        return words[About().Match(words).Index..];
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
                var joined = Printed(head.GetRange(i, count));
                if (joined.Length > Longest)
                    break;
                var words = joined.Compact().Text;
                // 关于转发…的意见 may go on: 的通知.
                var goesOn = i + count < head.Count && head[i + count].Line == last.Line + 1 && GoesOn().IsMatch(head[i + count].Text);
                if (!goesOn && end.IsMatch(words) && (!needsAbout || About().IsMatch(words)))
                    return joined;
            }
        }
        return null;
    }

    /// <summary>Whether it holds what no title does: a document number, a path of the site, a day.</summary>
    public static bool IsDoubtful(Passage title) => Foreign().IsMatch(title.Text);

    /// <summary>The title in the lines of a heading, without what a page prints before it: a document number, a key (名称：), the brackets 《》 around it, other words of the page.</summary>
    private static Passage Printed(List<Passage> lines)
    {
        if (lines.FindIndex(IsWhole) is > 0 and var begin && !lines[..begin].Exists(LeadsOn))
            lines = lines[begin..];
        var joined = Passage.Join(lines);
        if (Before().Match(joined.Text) is { Success: true, Length: var length } && joined.Length > length)
            joined = joined.From(length).Trim();
        if (NumberBehind().Match(joined.Text) is { Success: true, Index: > 0 and var end })
            joined = joined.Slice(0, end).Trim();
        return Quoted().IsMatch(joined.Text) ? joined.Slice(1, joined.Length - 1).Trim() : joined;
    }

    /// <summary>A line that is the beginning of a title already, with its organ, needs none above it.</summary>
    private static bool IsWhole(Passage line) => About().Match(line.Text.TrimStart()) is { Success: true, Index: > 1 };

    private static bool LeadsOn(Passage line) => About().IsMatch(line.Text) || Unfinished().IsMatch(line.Text);

    [GeneratedRegex("(?:文件|网站|门户网|首页|信息公开)[^《]*关于")]
    private static partial Regex SiteParts();

    [GeneratedRegex("关于|(?:印发|转发|批转|下达|公布|发布)(?=[《〈“])")]
    private static partial Regex About();

    [GeneratedRegex("(?:[的和与及、《〈（(]|转发|印发|批转|下达)\\s*$")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*(?:〔[^〔〕]{2,30}〕(?=[^〔〕]*关于)|(?:文件)?(?:名\s*称|标\s*题)\s+|(?:[^：《》]{0,60}：\s*)+(?=[^：]*(?:关于|印发))|（?\p{IsCJKUnifiedIdeographs}{1,15}\s*〔\s*(?:19|20)\d\d\s*〕\s*第?\s*\d{1,5}\s*号\s*）?\s*(?=.))")]
    private static partial Regex Before();

    [GeneratedRegex(@"(?:（\s*\p{IsCJKUnifiedIdeographs}{1,15}\s*〔\s*(?:19|20)\d\d\s*〕\s*第?\s*\d{1,5}\s*号\s*）|(?<=通知)\s+\p{IsCJKUnifiedIdeographs}{1,15}\s*〔\s*(?:19|20)\d\d\s*〕\s*第?\s*\d{1,5}\s*号)\s*$")]
    private static partial Regex NumberBehind();

    [GeneratedRegex("^《(?:[^《》]|《[^《》]*》)+》$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"〔\s*(?:19|20)\d\d\s*〕\s*\d+\s*号|[>|]|https?|\d月\d{1,2}日|(?:19|20)\d\d-\d{1,2}-\d")]
    private static partial Regex Foreign();

    [GeneratedRegex("(?:通知|意见|方案|函|通报|决定|批复|公告|要点|计划|办法|工作分工|任务分解|责任分解|分工)(?:（[^）]*）)?$")]
    private static partial Regex NoticeEnd();

    [GeneratedRegex("(?<=.{3})(?:方案|计划|要点|分工|分工表|分解表|清单|一览表|明细表|责任表|责任书|任务表|(?:任务|责任|目标|工作)分解|安排|安排表|意见|措施|规划|台账|通知)(?:（[^）]*）)?$|^[^，、：]{0,20}(?:19|20)\\d\\d年[^，、：]{0,24}(?:重点任务|重点工作|工作任务|民生实事|重点项目)(?:（[^）]*）)?$")]
    private static partial Regex HeadingEnd();

    [GeneratedRegex(@"^\s*(?:附件|附：|（此件|(?:您的?)?(?:当前|所在|现在的?)?位置|首\s*页|返\s*回|索引号|来源|信息来源|各|现将|为|请|根据|按照|经|政策解读|相关|上一篇|下一篇)|文件\s*$")]
    private static partial Regex NoTitleStart();

    /// <summary>Lines of a page or a letter that are no part of a title: sentences, paths, keys of the information block, numbers and days on lines of their own.</summary>
    [GeneratedRegex(@"[。；|>]|：\s*$|索引号|字号|浏览|分享|打印|发布时间|发布日期|有效性|文件\s*$|^[^：]{0,8}(?:位置|来源|作者|编辑)：|^\s*（?[^〔《]{1,15}〔\s*(?:19|20)\d\d\s*〕\s*第?\s*\d{1,5}\s*号\s*）?\s*$|^\s*（?(?:(?:19|20)\d\d|[一二][〇零九一二]..)年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日）?\s*$|^\s*(?:返\s*回|首\s*页)")]
    private static partial Regex NoTitleLine();

    [GeneratedRegex(@"^\s*(?:的|（[^）]*）\s*的)")]
    private static partial Regex GoesOn();

    [GeneratedRegex("^(?:转发|批转|印发|《)|《")]
    private static partial Regex PassedOn();
}
