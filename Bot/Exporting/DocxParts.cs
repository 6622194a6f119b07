using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanBot.Exporting;

/// <summary>Styles, fonts, page and page numbers of an official document.</summary>
/// <remarks>Source: GB/T 9704-2012. A4; margins 37, 35, 28 and 26 mm; lines 28 pt apart; title 22 pt, text 16 pt; headings of the first level in 黑体, of the second in 楷体, both bold besides, for where those fonts are missing;
/// page numbers between dashes in 14 pt 宋体, outside at the foot: one character from the right on odd pages, from the left on even ones.</remarks>
internal static class DocxParts
{
    public const string Title = "PlanTitle", Text = "PlanText", Unit = "PlanUnit", Task = "PlanTask", Cell = "PlanCell", Signature = "PlanSignature", Organ = "PlanOrgan", Caption = "PlanCaption";

    /// <summary>Where a font is missing, Word takes the first of these that is there.</summary>
    private static readonly (string Font, string Instead)[] Fonts =
        [("方正小标宋简体", "方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC"), ("仿宋", "仿宋_GB2312,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC"), ("黑体", "SimHei,微软雅黑,Microsoft YaHei,Noto Sans CJK SC"), ("楷体", "楷体_GB2312,KaiTi,华文楷体,STKaiti,Noto Serif CJK SC"), ("宋体", "SimSun,新宋体,NSimSun,Noto Serif CJK SC")];

    /// <summary>What the document lacks of these: a template's own are kept.</summary>
    public static void Complete(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>();
        styles.Styles ??= new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Faces("仿宋"), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" })), new ParagraphPropertiesDefault()));
        var known = styles.Styles.Elements<Style>().Select(style => style.StyleId?.Value).ToHashSet();
        var names = styles.Styles.Elements<Style>().Select(style => style.StyleName?.Val?.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var style in Own().Where(style => !known.Contains(style.StyleId!.Value)))
        {
            if (names.Contains(style.StyleName!.Val!.Value)) // a template's own heading keeps its name; this one is in the outline all the same
            {
                style.StyleName.Val = style.StyleId!.Value;
                style.CustomStyle = true;
            }
            styles.Styles.Append(style);
        }
        if (main.FontTablePart is null)
            main.AddNewPart<FontTablePart>().Fonts = new Fonts(Fonts.Select(font => new Font(new AltName { Val = font.Instead }, new FontCharSet { Val = "86" }) { Name = font.Font }));
        if (main.DocumentSettingsPart is null)
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
    }

    /// <summary>The page, with its numbers.</summary>
    public static SectionProperties Page(MainDocumentPart main) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = Numbers(main, JustificationValues.Right) }, new FooterReference { Type = HeaderFooterValues.Even, Id = Numbers(main, JustificationValues.Left) },
        // In twentieths of a point.
        new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 851, Footer = 1400, Gutter = 0 });

    private static string Numbers(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        var properties = new ParagraphProperties(
            side == JustificationValues.Right ? new Indentation { RightChars = 100, Right = "280" } : new Indentation { LeftChars = 100, Left = "280" }, new Justification { Val = side });
        part.Footer = new Footer(new Paragraph(properties, Number(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }), Number(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            Number(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }), Number(new FieldChar { FieldCharType = FieldCharValues.Separate }), Number(new Text("1")),
            Number(new FieldChar { FieldCharType = FieldCharValues.End }), Number(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
        return main.GetIdOfPart(part);
    }

    private static Run Number(OpenXmlElement content) => new(new RunProperties(Faces("宋体"), new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" }), content);

    private static IEnumerable<Style> Own() =>
    [
        Of(Text, "Plan text", "仿宋", 32, Body(JustificationValues.Both, indent: true)),
        Of(Title, "Title", "方正小标宋简体", 44, Body(JustificationValues.Center)),
        Of(Organ, "Plan organ", "楷体", 32, Body(JustificationValues.Center)),
        Of(Unit, "heading 1", "黑体", 32, Body(JustificationValues.Both, indent: true, keepNext: true, before: 280, level: 0), isBold: true),
        Of(Task, "heading 2", "楷体", 32, Body(JustificationValues.Both, indent: true, keepNext: true, level: 1), isBold: true),
        Of(Caption, "Plan caption", "黑体", 28, Body(JustificationValues.Center, keepNext: true, before: 280)),
        Of(Signature, "Plan signature", "仿宋", 32, Body(JustificationValues.Right, right: true)),
        Of(Cell, "Plan cell", "仿宋", 24, new StyleParagraphProperties(new SpacingBetweenLines { Line = "320", LineRule = LineSpacingRuleValues.AtLeast })),
    ];

    /// <param name="name">"Title", "heading 1" and "heading 2" are what Word and WPS know by themselves: with them a document is gone through by its headings.</param>
    private static Style Of(string id, string name, string font, int halfPoints, StyleParagraphProperties paragraph, bool isBold = false)
    {
        var size = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var run = new StyleRunProperties(Faces(font));
        if (isBold)
            run.Append(new Bold());
        run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        var style = new Style(new StyleName { Val = name }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
        if (id != Cell) // in a table the next paragraph is of the cell as well
            style.NextParagraphStyle = new NextParagraphStyle { Val = Text };
        if (name.StartsWith("Plan", StringComparison.Ordinal))
            style.CustomStyle = true;
        return style;
    }

    /// <param name="indent">Two characters at the beginning of the first line.</param>
    /// <param name="right">Four characters from the right, as a signature stands.</param>
    /// <param name="before">Room above, in twentieths of a point.</param>
    /// <param name="level">In the outline, from 0; null for text.</param>
    private static StyleParagraphProperties Body(JustificationValues justification, bool indent = false, bool keepNext = false, bool right = false, int before = 0, int? level = null)
    {
        var properties = new StyleParagraphProperties();
        if (keepNext)
            properties.KeepNext = new KeepNext();
        properties.SpacingBetweenLines = new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact };
        if (before > 0)
            properties.SpacingBetweenLines.Before = before.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (indent)
            properties.Indentation = new Indentation { FirstLineChars = 200, FirstLine = "640" };
        else if (right)
            properties.Indentation = new Indentation { RightChars = 400, Right = "1280" };
        properties.Justification = new Justification { Val = justification };
        if (level is { } at)
            properties.OutlineLevel = new OutlineLevel { Val = at };
        return properties;
    }

    private static RunFonts Faces(string font) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font, ComplexScript = "Times New Roman" };
}
