using System.Text;

namespace PlanBot.Domain;

/// <summary>What may be kept of a text that somebody typed or a system sent.</summary>
public static class StorableText
{
    /// <summary>As typed, but without halves of characters and without controls other than line breaks and tabs, which no database and no screen takes.</summary>
    public static string Clean(string text)
    {
        if (!Enumerable.Range(0, text.Length).Any(i => IsHalf(text, i) || IsControl(text[i])))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsHalf(text, i) && !IsControl(text[i]))
                clean.Append(text[i]);
        }
        return clean.ToString();
    }

    /// <summary>Half of a character that needs two.</summary>
    public static bool IsHalf(string text, int index) => char.IsSurrogate(text[index])
        && !(char.IsHighSurrogate(text[index]) ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) : index > 0 && char.IsHighSurrogate(text[index - 1]));

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t') || c is '\ufffe' or '\uffff';
}
