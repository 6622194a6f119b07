using System.Text.RegularExpressions;

namespace PlanBot.Texts;

/// <summary>How a <see cref="Language"/> is stored, and how a sentence is chosen by it.</summary>
public static partial class Languages
{
    /// <summary>zh unless <paramref name="code"/> is en: Chinese comes first.</summary>
    public static Language Parse(string? code) => code == "en" ? Language.English : Language.Chinese;

    public static string Code(this Language language) => language == Language.English ? "en" : "zh";

    /// <summary>The sentence in this language; both stand side by side so that neither is forgotten.</summary>
    public static string In(this Language language, string chinese, string english) => language == Language.English ? english : chinese;

    /// <summary>Language of what was typed. Names of units are Chinese in an English question too, so a few Chinese characters among English words leave it English.</summary>
    /// <returns>Null when the text shows neither, e.g. <c>2</c> or <c>ok</c>: the language written before then stays.</returns>
    public static Language? Of(string text)
    {
        var chinese = text.Count(c => c is >= '\u3400' and <= '\u9fff');
        var words = EnglishWord().Count(text);
        // 帮我 check 一下哪些 unit 还 pending is a Chinese sentence, has 市教委 reported an English one: the small words tell.
        var (isChinese, isEnglish) = (ChineseFrame().IsMatch(text), EnglishFrame().IsMatch(text));
        // and 发改委?: the name of a unit says nothing.
        if (chinese > 0 && !isChinese && NameBeside().IsMatch(text))
            return Language.English;
        return chinese > 0 && words < 2 ? Language.Chinese
            : chinese > 0 && isChinese != isEnglish ? isChinese ? Language.Chinese : Language.English
            : chinese > 0 ? chinese > words * 3 ? Language.Chinese : Language.English
            : text.Count(char.IsAsciiLetter) > 2 ? Language.English
            : null;
    }

    [GeneratedRegex(@"^\s*(?:(?:and|or|also|then|for|from|of|what about|how about|not|only|just)\b[\s,]*)+[\u3400-\u9fff]{2,12}(?:\s+(?:too|then|instead|as well|please))?\s*[?.!]*\s*$|^\s*[\u3400-\u9fff]{2,12}\s+(?:too|then|instead|as well|also)\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NameBeside();

    [GeneratedRegex("帮我|一下|哪[些个家]|[还的了吗呢吧把没请我你他这那就要都也先再给]|什么|怎么|是不是|有没有|^(?:发|来|看|查|催)个?")]
    private static partial Regex ChineseFrame();

    [GeneratedRegex(@"\b(?:the|is|are|was|were|did|does|do|has|have|had|who|what|when|where|why|how|which|of|for|to|in|on|it|them|their|they|please|not|and|can|could|will|would|me|my|we|our|from|about|get|give|let|send|show)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishFrame();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex EnglishWord();
}
