using System.Globalization;
using System.Xml;

namespace PlanBot.Importing.Sources;

/// <summary>Goes through XML element by element. Local names only: Word, WPS and the strict form of the standard differ in their namespaces.</summary>
internal static class XmlWalk
{
    /// <summary>The children of the element that the reader stands on, one after the other. What a caller does not read of a child is passed over.</summary>
    public static IEnumerable<string> Children(XmlReader reader)
    {
        if (reader.Depth > ImportLimits.DeepestElement)
            throw new InvalidDataException("Elements are nested too deeply.");
        if (reader.IsEmptyElement)
            yield break;
        var depth = reader.Depth;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element } && reader.Depth == depth + 1)
            {
                yield return reader.LocalName;
                // Read by the caller to its end tag, passed over, or left where it was.
                if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1 && !reader.IsEmptyElement)
                {
                    reader.Skip();
                    continue;
                }
            }
            reader.Read();
        }
    }

    public static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
            if (reader.LocalName == name)
                value ??= reader.Value;
        reader.MoveToElement();
        return value;
    }

    public static int? Number(XmlReader reader, string name) =>
        int.TryParse(Attribute(reader, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text of an element that holds nothing else. Leaves the reader on its end tag.</summary>
    public static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var (text, depth) = (new System.Text.StringBuilder(), reader.Depth);
        while (reader.Read() && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
        return text.ToString();
    }
}
