using System.Xml;

namespace PlanBot.Exporting;

/// <summary>Text as a document may hold it.</summary>
internal static class XmlText
{
    /// <summary>Without the characters that XML has no place for; half a surrogate becomes the sign for it.</summary>
    public static string Clean(string text) => string.Concat(Pieces(text));

    private static IEnumerable<string> Pieces(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                yield return text.Substring(i++, 2);
            else if (char.IsSurrogate(text[i]))
                yield return "\ufffd";
            else if (XmlConvert.IsXmlChar(text[i]))
                yield return text[i].ToString();
        }
    }
}
