using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Importing;

namespace PlanBot.Dialogs.Acts;

/// <summary>Turning the pages of a preview's tasks: 下一页, 上一页, 第2页. Pure.</summary>
internal static class NoticePages
{
    public static bool Turns(Understood said) => Turning.IsMatch(said.Plain);

    /// <param name="page">The one that is shown, from 0; behind the last, the last is.</param>
    /// <param name="last">As far as the notice itself tells: with tasks that were added on the dashboard there may be one more.</param>
    /// <returns>The page from 0; null when the words turn none.</returns>
    public static int? Of(Understood said, int page, int last) => Turning.Match(said.Plain) is not { Success: true } turning ? null
        : turning.Groups["n"] is { Success: true } number ? Math.Clamp((ChineseDates.NumberOf(number.Value) ?? 1) - 1, 0, last + 1)
        : turning.Groups["back"].Success ? Math.Max(0, Math.Min(page, last) - 1)
        : turning.Groups["first"].Success ? 0
        : Math.Min(page, last) + 1;

    private static Regex Turning => field ??= new(
        "^(?:请|看|再看|翻到?|转到?)*(?:(?<next>下一?页|后一页|下一?屏|后面(?:的|呢)?|继续看?|往下看?|更多|还有呢)|(?<back>上一?页|前一页)|(?<first>首页|第一页|从头看)|第(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})页)(?:吧|呢)?[。.!]?$"
        + "|^(?:please )?(?:show )?(?:the )?(?:(?<next>more|next(?: page)?|go on|the rest)|(?<back>previous(?: page)?|page back)|(?<first>first page)|page (?<n>[0-9]{1,3}))[.!]?$", RegexOptions.CultureInvariant);
}
