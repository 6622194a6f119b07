using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>刚那个，成效是6个，数错了; the one I just sent: results should be 6: puts right what was filed a moment ago. Pure.</summary>
internal static class JustFiled
{
    /// <summary>Whether the words point at what was filed last.</summary>
    public static bool PointsBack(string raw) => Head.IsMatch(Spelling.Fold(raw.Trim())) || Tail.IsMatch(Spelling.Fold(raw.Trim()));

    /// <returns>The same as an order that <see cref="CorrectionText"/> reads, without what is said of the slip; null when the words are no such thing.</returns>
    public static string? AsOrder(string raw, SectionWords words)
    {
        raw = raw.Trim();
        var folded = Spelling.Fold(raw);
        var (start, end) = (0, raw.Length);
        if (Head.Match(folded) is { Success: true } head)
            start = head.Length;
        else if (Tail.Match(folded) is { Success: true } tail)
            end = tail.Index;
        else
            return null;
        if (Slip.Match(folded[start..end]) is { Success: true } slip)
            end = start + slip.Index;
        var match = Regex.Match(folded[start..end], $@"^(?<what>(?:the )?(?:{TaskWords.Pattern})?\s*(?:的|里的?)?\s*(?:the )?(?:{words.Any})(?:那[里栏句块条]|部分|一栏)?)\s*[,:]?\s*(?:(?:要|得|想|请|帮我)*(?:换|改|更新|调整|修改|更正)(?:一?下)?\s*[,:]\s*|(?:写|填|报|打)成了?[^,.;]{{1,20}}[,.;]\s*)?(?:(?:写|填|报|数|打)?错了?[,.]?\s*)?(?:应该?(?:是|写)?|应为|要|得)?(?:(?<=[:,]\s*)|是|为|写成?|填|改成|改为|换成|[:]|should (?:be|read|say)|is|are|was|were|to|=|-)\s*(?<text>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
        if (!match.Success)
            return null;
        var (what, text) = (match.Groups["what"], match.Groups["text"]);
        return $"{raw.Substring(start + what.Index, what.Length)}改成{raw.Substring(start + text.Index, text.Length).Trim()}";
    }

    private static Regex Head => field ??= new(@"^(?:(?:哎呀?|唉|啊|哦|不好意思|抱歉|对不起|对了|那个|等等|等一?下|糟了?|坏了|不对|错了)[,.!\s]*)*(?:我们?)?(?:刚|刚才|刚刚|方才)(?:才)?(?:我们?)?(?:已经?)?(?:报|交|发|提交|填|写|上报|报送|确认)?(?:上去|过去|出去|完|上|好)?(?:的|了|那|这)*(?:一)?(?:个|条|项|份|篇)?(?:报告|材料|任务)?(?:里面?|中|上面)?的?[,:;.\s]*(?=\S{3})"
        // 早上交的那个，…: longer ago, and pointed at.
        + @"|^(?:(?:哎呀?|唉|啊|哦|不好意思|抱歉|对不起|对了|那个|等等|糟了?|坏了|不对|错了)[,.!\s]*)*(?:我们?)?(?:今早|(?:今天|昨天)?(?:早上|上午|中午|下午|晚上)|昨天|前天|前两天|上次|之前|早先)(?:我们?)?(?:报|交|发|提交|填|写|上报|报送)(?:上去|过去|出去|完|上|好)?(?:的|了|那|这)+(?:一)?(?:个|条|项|份|篇)?(?:报告|材料|任务)?(?:里面?|中|上面)?[,:;]\s*(?=\S{3})"
        + @"|^(?:(?:oops|sorry|wait|hm+|oh|no|actually|ah|damn|apologies|hang on)[,.! -]+)*(?:in |on |about |for )?(?:(?:the|that|my) last (?:one|report)|(?:the|that) (?:one|report)(?: that)? (?:i|we)(?: have|'ve)? just (?:sent|filed|submitted|reported|did|confirmed)|the (?:report|one) just (?:sent|filed|now|submitted)|what (?:i|we)(?: have|'ve)? just (?:sent|filed|submitted|reported))[,:;. -]*(?=\S{3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>…，刚才报错了: what it is said of comes last.</summary>
    private static Regex Tail => field ??= new(@"[,;.\s]+(?:我)?(?:刚|刚才|刚刚|方才)(?:才)?(?:那个|那条|那项|报的?|交的?|发的?|填的?|写的?)*(?:数|写|打|算|看|记|填|报|弄|搞|抄|输)?错了?[.!]*$|[.;,。；，]\s*(?:其他|其余|其它|别的)(?:[几三两]?[栏块条项个]|部分|内容|地方)*(?:的)?(?:都)?(?:不变|照旧|不动|不改|保持不变|不用改|还是原来的)[.!]*$|[.;,]\s*(?:the )?(?:rest|others|other sections|everything else)(?: of it)? (?:can )?(?:stays?|remains?|is|are)(?: (?:as (?:it|they) (?:was|were|is|are)|the same|unchanged|as before))[.!]*$|[,;.\s]+(?:i )?(?:got it wrong|mistyped|miscounted|wrote it wrong) (?:just now|in the (?:last|report i just) .{0,14})[.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>…，数错了; …, I miscounted: how the slip came about is no part of the text.</summary>
    private static Regex Slip => field ??= new(@"\s*[,;.(（]\s*(?:我|我们)?(?:刚才?|刚刚|不小心)?(?:给|把)?(?:数字?|写|打|算|看|记|填|报|弄|搞|抄|输|手)?(?:错了?|误)(?:了|字|个字|数)?[)）.!]*$|\s*[,;.(（]\s*(?:不是|而不是)[^,;.]{1,16}[)）.!]*$|\s*[,;.(]\s*(?:sorry,? )?(?:i |we )?(?:miscounted|mistyped|got (?:it|that) wrong|misread|typo|my mistake|my bad|sorry|wrong (?:number|figure)|slip of the (?:pen|finger)|not [^,;.]{1,16})[).!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
