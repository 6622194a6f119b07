using System.Text;
using System.Xml;

namespace PlanBot.Importing.Sources;

/// <summary>A Word document as lines and tables, streamed from its main part: merged cells in both directions, the labels of its numbering, text boxes, tracked changes as if accepted.</summary>
internal sealed class DocxSource
{
    private readonly SourceLines lines = new();
    private readonly DocxNumbering numbering;

    private DocxSource(DocxNumbering numbering) => this.numbering = numbering;

    public static SourceLines Read(Package package)
    {
        var source = new DocxSource(new DocxNumbering(package));
        using var reader = package.Open("word/document.xml") ?? throw new InvalidDataException("no document");
        if (reader.MoveToContent() == XmlNodeType.Element)
            foreach (var part in XmlWalk.Children(reader))
                if (part == "body")
                    source.Blocks(reader, source.lines.Add, tableDepth: 0);
        return source.lines;
    }

    /// <param name="add">Takes a paragraph's text.</param>
    private void Blocks(XmlReader reader, Action<string> add, int tableDepth)
    {
        foreach (var name in XmlWalk.Children(reader))
            switch (name)
            {
                case "p":
                    Paragraph(reader, add, tableDepth);
                    break;
                case "tbl" when tableDepth < ImportLimits.DeepestTable:
                    Table(reader, tableDepth + 1);
                    break;
                case "tbl" or "tr" or "tc" or "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo" or "AlternateContent" or "Choice":
                    Blocks(reader, add, tableDepth);
                    break;
            }
    }

    private void Paragraph(XmlReader reader, Action<string> add, int tableDepth)
    {
        var (text, boxes) = (new StringBuilder(), new List<string>());
        Runs(reader, text, boxes, tableDepth);
        add(text.ToString());
        foreach (var box in boxes)
            add(box);
    }

    private void Runs(XmlReader reader, StringBuilder text, List<string> boxes, int tableDepth)
    {
        foreach (var name in XmlWalk.Children(reader))
            switch (name)
            {
                case "pPr":
                    text.Insert(0, Label(reader));
                    break;
                case "t":
                    text.Append(XmlWalk.Text(reader));
                    break;
                case "tab":
                    text.Append(' ');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "txbxContent":
                    Blocks(reader, boxes.Add, tableDepth);
                    break;
                // Deleted and moved-away text, field codes, phonetic hints, and the older form of a drawing that repeats the text of the newer.
                case "del" or "moveFrom" or "instrText" or "delText" or "rPr" or "rt" or "Fallback":
                    break;
                default:
                    Runs(reader, text, boxes, tableDepth);
                    break;
            }
    }

    private string Label(XmlReader reader)
    {
        string? style = null;
        (string? Number, int? Level) reference = (null, null);
        foreach (var name in XmlWalk.Children(reader))
            if (name == "pStyle")
                style = XmlWalk.Attribute(reader, "val");
            else if (name == "numPr")
                reference = DocxNumbering.ReadReference(reader);
        return numbering.Next(reference.Number, reference.Level, style);
    }

    private void Table(XmlReader reader, int depth)
    {
        var rows = new List<TableRow>();
        Rows(reader, rows, depth);
        lines.Add(rows, headerWithin: 6);
    }

    private void Rows(XmlReader reader, List<TableRow> rows, int depth)
    {
        foreach (var name in XmlWalk.Children(reader))
            if (name == "tr")
                Row(reader, rows, depth);
            else if (name is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
                Rows(reader, rows, depth);
    }

    private void Row(XmlReader reader, List<TableRow> rows, int depth)
    {
        var (cells, merged, isDeleted) = (new List<string>(), new List<int>(), false);
        Cells(reader);
        if (!isDeleted)
            rows.Add(lines.Row(cells, merged));

        void Cells(XmlReader row)
        {
            foreach (var name in XmlWalk.Children(row))
                if (name is "sdt" or "sdtContent" or "customXml")
                    Cells(row);
                else if (name == "tc")
                    Cell(row, cells, merged, depth);
                else if (name == "trPr")
                    foreach (var property in XmlWalk.Children(row))
                        if (property == "del")
                            isDeleted = true;
                        else if (property == "gridBefore")
                            cells.AddRange(Enumerable.Repeat("", Math.Clamp(XmlWalk.Number(row, "val") ?? 0, 0, ImportLimits.MostColumns)));
        }
    }

    private void Cell(XmlReader reader, List<string> cells, List<int> merged, int depth)
    {
        var (span, isContinued, paragraphs) = (1, false, new List<string>());
        Content(reader);
        var text = isContinued ? "" : string.Join('\n', paragraphs.Where(paragraph => paragraph.Length > 0));
        for (var i = 0; i < span && cells.Count < ImportLimits.MostColumns; i++)
        {
            if (isContinued)
                merged.Add(cells.Count);
            cells.Add(text);
        }

        void Content(XmlReader cell)
        {
            foreach (var name in XmlWalk.Children(cell))
                if (name == "p")
                    Paragraph(cell, paragraphs.Add, depth);
                else if (name == "tbl" && depth < ImportLimits.DeepestTable)
                    Table(cell, depth + 1);
                else if (name is "tbl" or "tr" or "tc" or "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
                    Content(cell);
                else if (name == "tcPr")
                    foreach (var property in XmlWalk.Children(cell))
                        if (property == "gridSpan")
                            span = Math.Clamp(XmlWalk.Number(cell, "val") ?? 1, 1, ImportLimits.MostColumns);
                        else if (property is "vMerge")
                            isContinued = XmlWalk.Attribute(cell, "val") != "restart";
        }
    }
}
