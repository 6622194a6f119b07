namespace PlanBot.Texts;

/// <summary>How a <see cref="Language"/> is stored, and how a sentence is chosen by it.</summary>
public static class Languages
{
    /// <summary>zh unless <paramref name="code"/> is en: Chinese comes first.</summary>
    public static Language Parse(string? code) => code == "en" ? Language.English : Language.Chinese;

    public static string Code(this Language language) => language == Language.English ? "en" : "zh";

    /// <summary>The sentence in this language; both stand side by side so that neither is forgotten.</summary>
    public static string In(this Language language, string chinese, string english) => language == Language.English ? english : chinese;

    /// <summary>Language of what was typed: Chinese as soon as it holds a Chinese character, else English if it holds a word.</summary>
    /// <returns>Null when the text shows neither, e.g. <c>2</c> or <c>ok</c>: the language written before then stays.</returns>
    public static Language? Of(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (c is >= '\u3400' and <= '\u9fff')
                return Language.Chinese;
            if (char.IsAsciiLetter(c))
                letters++;
        }
        return letters > 2 ? Language.English : null;
    }
}
