using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>
/// Reads yes or no in Chinese and English, e.g. "好的，就这样", "不用了", "yes please". Only how an answer begins counts, and a question or a
/// long sentence is neither: a report that begins with 对接 or 不断 must not confirm or refuse anything.
/// </summary>
internal static partial class YesOrNo
{
    private const int LongestChinese = 8;
    private const int LongestEnglish = 6;

    private static readonly FrozenSet<string> Yes = Words("""
        是 是的 是啊 对 对的 对啊 好 好的 好啊 好吧 好呀 行 行的 行吧 可以 可以的 嗯 嗯嗯 恩 要 要的 需要 确认 确定 同意 没错 不错 没问题 没有问题 正确 无误 成
        y yes yep yeah yup ok okay okey sure certainly correct right confirm confirmed agree agreed true fine
        """);

    private static readonly FrozenSet<string> No = Words("""
        不 不是 不是的 不对 不行 不好 不可以 不要 不用 不用了 不必 不必了 不需要 不同意 不了 否 别 没有 没 错 错了 算了
        n no nope nah never wrong false don't
        """);

    private static readonly FrozenSet<string> EnglishOpenings = Words("yes yep yeah yup ok okay sure confirm no nope nah don't");

    // These begin like an answer and are one only together with what follows.
    private static readonly string[] LongYes = ["是的", "对的", "好的", "可以", "没错", "没问题", "没有问题", "确认", "确定", "同意"];
    private static readonly string[] LongNo = ["不是", "不对", "不行", "不可以", "不要", "不用", "不必", "不需要", "不同意", "不能", "不提交", "不确认", "先不", "先别", "别提交", "别交", "别报", "别发", "还没"];

    /// <returns>Null when it is neither.</returns>
    public static bool? Read(string answer)
    {
        var said = answer.Normalize(NormalizationForm.FormKC).Trim().Trim('"', '“', '”', '「', '」').ToLowerInvariant().Replace('’', '\'');
        if (said.Length == 0 || Question().IsMatch(said))
            return null;
        if (Whole(said.TrimEnd(' ', '.', '。', '!', '~')) is { } whole)
            return whole;

        var clause = Clauses().Split(said)[0].Trim();
        return clause.Length > 0 && char.IsAsciiLetter(clause[0]) ? English(clause) : Chinese(clause);
    }

    private static bool? Whole(string said) => Yes.Contains(said) ? true : No.Contains(said) ? false : null;

    private static bool? English(string clause)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > LongestEnglish)
            return null;
        if (clause.StartsWith("no problem", StringComparison.Ordinal))
            return true;
        // "correct the second one" corrects, it does not agree.
        return Whole(clause) ?? (EnglishOpenings.Contains(words[0]) ? Whole(words[0]) : null);
    }

    private static bool? Chinese(string clause)
    {
        if (Whole(Particles().Replace(clause, string.Empty)) is { } whole)
            return whole;
        if (clause.Length > LongestChinese)
            return null;
        if (LongNo.Any(word => clause.StartsWith(word, StringComparison.Ordinal)))
            return false;
        // 可以不交 begins like a yes.
        return LongYes.FirstOrDefault(word => clause.StartsWith(word, StringComparison.Ordinal)) is { } yes && clause.IndexOfAny(['不', '别', '没'], yes.Length) < 0
            ? true
            : null;
    }

    private static FrozenSet<string> Words(string words) => words.Split((char[])null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    [GeneratedRegex("[?]|吗|么$|是不是|是否|什么|怎么|哪|谁|几|多少")]
    private static partial Regex Question();

    [GeneratedRegex("[,，.。;；!:：、\n]")]
    private static partial Regex Clauses();

    [GeneratedRegex("[吧啊呀呢啦了哦噢喔嘛嘞哈的~]+$")]
    private static partial Regex Particles();
}
