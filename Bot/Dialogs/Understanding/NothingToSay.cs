using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>无, in all the ways people say it.</summary>
public static class NothingToSay
{
    public static bool Matches(string text) => text.Length <= 40 && Nothing.IsMatch(Spelling.Plain(text));

    /// <summary>What is filed for a spoken answer: 无, or None where it was said in English. 暂无 is no other way of speaking: it promises something later, and stays.</summary>
    public static string Written(string text) => text.Contains("暂无", StringComparison.Ordinal) ? text.Trim() : text.Any(c => c is >= '\u3400' and <= '\u9fff') || text.All(c => !char.IsLetter(c)) ? "无" : "None";

    private static Regex Nothing => field ??= new(@"^(?:(?:目前|暂时?|现在|这块|这个|我们|本季度?|也|(?:[两二三四五六七八九几0-9]+[项条个])?都|各项都?|均|基本|倒是?|还|嘛|呢|到现在|至今|,)*(?:没有?|无|未|没啥|没什么|没得|暂无)(?:遇到|遇上|碰到|碰上|出现|发现)?(?:过)?(?:啥|什么|任何|特别的?|明显的?|太大的?|其他|大)*(?:存在)?的?(?:问题|困难|难点|成效|成果|效果|计划|打算|要说的|可说的|内容|情况|进展|变化)?(?:了|哦|啊|呢|吧|的|哈)*|没|无|(?:目前|暂时?|现在|还)*(?:谈不上|说不上)|-+|/|n/?a|nil|none|nothing(?: (?:yet|much|special|really|to (?:report|add|flag|mention|raise|note|declare)|worth (?:mentioning|reporting)|in particular|as such|comes to mind|of note))*|no(?: (?:problems?|issues?|difficult(?:y|ies)|results?|obstacles?|challenges?|plans?))?(?: (?:so far|yet|at all|at the moment|for now))?(?: to be honest| honestly| really| i'm afraid)?|(?:none|nothing|no)(?: (?:for|in|on|with|at))? (?:all|both|any|either|each)(?: (?:of (?:them|these)|three|four|tasks?))?|none (?:so far|yet)(?: to be honest| honestly| really| i'm afraid)?|there (?:are|is|were|was) (?:none|no (?:problems?|issues?|difficult(?:y|ies))))$");
}
