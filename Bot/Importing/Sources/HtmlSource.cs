using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PlanBot.Importing.Sources;

/// <summary>A saved page as lines and tables: nothing is run or loaded, the page's frame (navigation, sharing, footer) is dropped and the block with most of the words is kept.</summary>
internal static partial class HtmlSource
{
    /// <summary>The smallest block that holds this share of the page's words is the article.</summary>
    private const double MostOfWords = 0.85;

    public static bool IsHtml(string text) => Opening().IsMatch(text.Length > 4096 ? text[..4096] : text);

    /// <exception cref="InvalidDataException">Elements are nested deeper than any page is.</exception>
    public static SourceLines Read(string text)
    {
        RefuseDepth(text);
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(text);
        var lines = new SourceLines();
        if (document.Body is not { } body)
            return lines;
        var words = Words(body);
        var article = Article(body, words);
        if (TitleOutside(document, article) is { } title)
            lines.Add(title);
        new Walk(lines, words).Read(article);
        return lines;
    }

    /// <summary>The parser takes time and memory by the square of the depth, so that a page without end is told by its tags.</summary>
    private static void RefuseDepth(string text)
    {
        var depth = 0;
        foreach (var tag in Nesting().EnumerateMatches(text))
        {
            depth = text[tag.Index + 1] == '/' ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > ImportLimits.DeepestElement * 5)
                throw new InvalidDataException("Elements are nested too deeply.");
        }
    }

    /// <summary>Characters of each block's text outside links and the page's frame, its descendants' among them. The cells of tables are no blocks.</summary>
    private static Dictionary<INode, int> Words(IElement body)
    {
        var (words, open) = (new Dictionary<INode, int>(), new Stack<int>());
        Visit(
            body,
            node =>
            {
                if (node is IText text)
                    open.Push(open.Pop() + text.Data.AsSpan().Trim().Length);
                else if (!IsFrame(node) && node is not IElement { LocalName: "a" })
                    open.Push(0);
                else
                    return false;
                return node is not IText;
            },
            node =>
            {
                var length = open.Pop();
                if (length > 0 && node is not IElement { LocalName: "td" or "th" or "tr" or "tbody" or "p" or "span" or "font" or "b" or "strong" })
                    words[node] = length;
                if (open.TryPop(out var above))
                    open.Push(above + length);
            });
        return words;
    }

    private static IElement Article(IElement body, Dictionary<INode, int> words)
    {
        var article = body;
        var all = words.GetValueOrDefault(body);
        // A table's rows are not blocks of their own, however long one is.
        while (article.Children.Where(child => child.LocalName is not ("table" or "tbody" or "tr" or "p" or "ul" or "ol")).MaxBy(child => words.GetValueOrDefault(child)) is { } densest
            && words.GetValueOrDefault(densest) >= all * MostOfWords && all > 0)
            article = densest;
        return article;
    }

    /// <summary>The page's heading, where the article does not begin with one.</summary>
    private static string? TitleOutside(IDocument document, IElement article)
    {
        var inside = Solid(article.TextContent);
        foreach (var heading in document.QuerySelectorAll("h1, h2, [class*=title], [class*=Title], [id*=title], title").Where(heading => !article.Contains(heading)))
            if (Heading().Match(heading.TextContent.Trim()) is { Success: true, Value: var words } && !inside.Contains(Solid(words), StringComparison.Ordinal))
                return words;
        return null;
    }

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>In the document's order, without recursion: a page may be nested as deep as it likes, up to the limit.</summary>
    /// <param name="enter">Whether to go on to the node's children.</param>
    private static void Visit(INode root, Func<INode, bool> enter, Action<INode>? leave = null)
    {
        // By index: a node looks for its next sibling from the first one on.
        var open = new Stack<(INode Node, int Next)>();
        if (enter(root))
            open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (open.Count > ImportLimits.DeepestElement)
                throw new InvalidDataException("Elements are nested too deeply.");
            if (at.Next == at.Node.ChildNodes.Length)
            {
                leave?.Invoke(at.Node);
                continue;
            }
            open.Push(at with { Next = at.Next + 1 });
            var child = at.Node.ChildNodes[at.Next];
            if (enter(child))
                open.Push((child, 0));
        }
    }

    private static bool IsFrame(INode node) => node is IComment || (node is IElement element
        && (element.LocalName is "script" or "style" or "nav" or "footer" or "aside" or "noscript" or "iframe" or "template" or "svg" or "select" or "button" or "form" or "object"
            || Hidden().IsMatch(element.GetAttribute("style") ?? "") || element.HasAttribute("hidden")
            || (element.LocalName is not ("body" or "table" or "tbody" or "tr" or "td") && FrameName().IsMatch($"{element.Id} {element.ClassName}"))));

    /// <summary>Puts blocks on lines and tables into rows.</summary>
    private sealed class Walk(SourceLines lines, Dictionary<INode, int> unlinked)
    {
        private readonly StringBuilder text = new();

        public void Read(IElement article)
        {
            Visit(article, Enter, Leave);
            EndLine();
        }

        /// <summary>Several links and no other words: a menu, or other articles.</summary>
        private bool IsLinks(INode node) => node is IElement { LocalName: "ul" or "ol" or "div" } block && unlinked.GetValueOrDefault(node) == 0 && block.QuerySelectorAll("a").Length > 1;

        private bool Enter(INode node)
        {
            if (IsFrame(node) || IsLinks(node))
                return false;
            if (node is IText words)
                text.Append(Spaces().Replace(words.Data, " "));
            else if (node is IElement { LocalName: "br" })
                EndLine();
            else if (node is IElement { LocalName: "table" } table)
            {
                EndLine();
                // A table that lays out the page holds blocks; one that holds data has none in its cells.
                if (!HtmlTable.IsData(table))
                    return true;
                lines.Add(HtmlTable.Rows(table, lines), headerWithin: 6);
                return false;
            }
            else if (IsBlock(node))
                EndLine();
            return true;
        }

        private void Leave(INode node)
        {
            if (IsBlock(node))
                EndLine();
        }

        private void EndLine()
        {
            if (text.ToString().Trim() is { Length: > 0 } line)
                lines.Add(line);
            text.Clear();
        }

        private static bool IsBlock(INode node) => node is IElement
        {
            LocalName: "p" or "div" or "li" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "tr" or "td" or "th" or "table" or "section" or "article" or "header" or "main" or "center" or "blockquote" or "dd" or "dt" or "pre" or "hr",
        };
    }

    [GeneratedRegex(@"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--|<!doctype\s+html|<html|<head|<meta|<body|<div|<table|<p[\s>])", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    /// <summary>Elements that end only where it is said.</summary>
    [GeneratedRegex(@"</?(?:div|table|span|font|section|article|blockquote|center|ul|ol|b|i|u|strong|em)(?=[\s>])", RegexOptions.IgnoreCase)]
    private static partial Regex Nesting();

    [GeneratedRegex(@"^\s*[^\r\n<>|_]{4,120}?(?:通知|意见|方案|函|要点|计划|分工|清单)(?=\s*(?:$|[-_|–—]))")]
    private static partial Regex Heading();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumb|crumbs?|share|sharing|bdsharebuttonbox|footer|foot|copyright|sidebar|toolbar|pagination|search|related|position|location|dqwz|print)(?:$|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex FrameName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
