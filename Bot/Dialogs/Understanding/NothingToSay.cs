using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>无, in all the ways people say it.</summary>
public static class NothingToSay
{
    public static bool Matches(string text) => text.Length <= 40 && Nothing.IsMatch(Spelling.Plain(text));

    /// <summary>问题暂时没有, results: none so far: nothing, by the name of its section.</summary>
    /// <returns>The section's name in folded text; null when the words say anything else.</returns>
    public static string? Named(string text) => text.Length <= 40 && Labelled.Match(Spelling.Plain(text)) is { Success: true } labelled ? labelled.Groups["name"].Value : null;

    private static Regex Labelled => field ??= new("^(?:那|这块|我们|目前的?|存在的?|[,])*(?<name>问题|困难|难点|成效|效果|成果|进展|下一步|打算|problems?|issues?|results?|next steps?|progress)(?:方面|这块|上|那栏|那块)?(?:嘛|呢|的话|倒是|[,: ])*(?:暂时|目前|现在|还|倒|也|都|真的?|确实)*(?:没有?|无|none|nothing|no)(?:了|啥|什么|的|吧|哈|so far|yet| )*$");

    /// <summary>What is filed for a spoken answer: 无, or None where it was said in English. 暂无 is no other way of speaking: it promises something later, and stays.</summary>
    public static string Written(string text) => text.Contains("暂无", StringComparison.Ordinal) ? text.Trim() : text.Any(c => c is >= '\u3400' and <= '\u9fff') || text.All(c => !char.IsLetter(c)) ? "无" : "None";

    private static Regex Nothing => field ??= new(@"^(?:(?:目前|暂时?|现在|这块|这个|我们|本季度?|也|(?:[两二三四五六七八九几0-9]+[项条个])?都|各项都?|均|基本|倒是?|还|嘛|呢|到现在|至今|,)*(?:没有?|无|未|没啥|没什么|没得|暂无)(?:遇到|遇上|碰到|碰上|出现|发现)?(?:过)?(?:啥|什么|任何|特别的?|明显的?|太大的?|其他|大)*(?:存在)?的?(?:问题|困难|难点|成效|成果|效果|计划|打算|要说的|可说的|内容|情况|进展|变化)?(?:了|哦|啊|呢|吧|的|哈)*|那(?:就|也)?(?:没有|没|无)(?:了|啊|吧|的|哈)*|没|无|(?:目前|暂时?|现在|还)*(?:谈不上|说不上)|-+|/|n/?a|nil|none|nothing(?: (?:yet|much|special|really|to (?:report|add|flag|mention|raise|note|declare)|worth (?:mentioning|reporting)|in particular|as such|comes to mind|of note))*|no(?: (?:problems?|issues?|difficult(?:y|ies)|results?|obstacles?|challenges?|plans?))?(?: (?:so far|yet|at all|at the moment|for now))?(?: to be honest| honestly| really| i'm afraid)?|(?:none|nothing|no)(?: (?:for|in|on|with|at))? (?:all|both|any|either|each)(?: (?:of (?:them|these)|three|four|tasks?))?|none (?:really|honestly|(?:that )?(?:i|we)(?: can|'m|'re)? (?:know|think|aware) of|to speak of|of note|worth mentioning|whatsoever|at all)|not really(?: any)?|none (?:so far|yet)(?: to be honest| honestly| really| i'm afraid)?|there (?:are|is|were|was) (?:none|no (?:problems?|issues?|difficult(?:y|ies))))$");
}
