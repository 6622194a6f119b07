using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>What a web page prints around a notice.</summary>
internal static partial class PageFrame
{
    /// <summary>Without the numbers of printed pages (— 3 —), which often stand between two lines of one sentence.</summary>
    public static IReadOnlyList<Passage> WithoutPageNumbers(IReadOnlyList<Passage> lines) =>
        lines.Any(IsPageNumber) ? [.. lines.Where(line => !IsPageNumber(line))] : lines;

    public static bool IsPageNumber(Passage line) => line.Trim() is { Length: <= 16 } words && PageNumber().IsMatch(words.Text);

    /// <summary>Cuts the foot of the page, which has an organ and a telephone of its own (主办单位：, 网站标识码). What stands in the first half of the lines is never a foot.</summary>
    public static IReadOnlyList<Passage> WithoutFoot(IReadOnlyList<Passage> lines)
    {
        for (var i = lines.Count / 2; i < lines.Count; i++)
        {
            if (!Foot().IsMatch(lines[i].Text))
                continue;
            while (i > lines.Count / 2 && PartOfFoot().IsMatch(lines[i - 1].Text))
                i--;
            return [.. lines.Take(i)];
        }
        return lines;
    }

    [GeneratedRegex(@"^\s*(?:-+\s*\d{1,3}\s*-+|第\s*\d{1,3}\s*页(?:\s*[，/]?\s*共\s*\d{1,3}\s*页)?)\s*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex("网站标识码|ICP备|公网安备|版权所有|网站地图|^\\s*技术支持")]
    private static partial Regex Foot();

    [GeneratedRegex("^\\s*(?:主办|承办|协办|联系我们|网站|地址|邮编|电话|联系电话|维护|关于我们|隐私|扫一扫|分享|打印|关闭|上一篇|下一篇|相关链接)")]
    private static partial Regex PartOfFoot();
}
