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
        return chinese > 0 && words < 2 ? Language.Chinese
            : chinese > 0 ? chinese > words * 3 ? Language.Chinese : Language.English
            : text.Count(char.IsAsciiLetter) > 2 ? Language.English
            : null;
    }

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex EnglishWord();
}
