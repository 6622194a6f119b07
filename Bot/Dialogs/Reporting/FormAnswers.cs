using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What the answer to an open question makes of a form. Every method returns a new form and loses no text.</summary>
public static class FormAnswers
{
    /// <summary>The answer to a section's question. Given with task numbers, it is split among them; otherwise it holds for all that were asked about.</summary>
    public static ReportForm Answer(this ReportForm form, FormQuestion question, string text, ReportText parsed)
    {
        if (parsed.NamesTasks && !parsed.HasLabels)
        {
            parsed = parsed.WithoutName(SectionWords.For([question.Section!]));
            foreach (var block in parsed.Blocks.Where(block => block.Task is not null && block.Free.Length > 0))
                form = form.OfTask(form.Find(block.Task!.Value)!.Ordinal, question, block);
            return form;
        }
        var isProgress = question.Section == form.Progress && form.Rewriting is null;
        var split = isProgress ? FormChanges.SplitProse(text.Trim(), form) : NothingToSay.Matches(text) ? null : CueSplit.SplitAnswer(text.Trim(), form.Sections, question.Section!);
        // A section that is written anew takes all of it.
        if (form.Rewriting is not null && split is { Count: > 1 })
            split = null;
        // results 1,500 users: what was asked for is named again.
        if (split is null && Again.Match(Spelling.Fold(text)) is { Success: true } again && SectionWords.For(form.Sections).Of(again.Groups["name"].Value) == question.Section)
            text = text[again.Length..];
        var written = split ?? FormChanges.Of(question, NothingToSay.Matches(text) ? NothingToSay.Written(text) : text.Trim());
        return form with
        {
            Rewriting = null,
            Parts = [.. form.Parts.Select(part => part.Ordinals.Any(question.Tasks.Contains) ? part.Adding(written, question.Section!) with { Whole = isProgress && split is not null ? text.Trim() : part.Whole } : part)],
        };
    }

    /// <summary>Every section that is not written yet has nothing.</summary>
    public static ReportForm RestIsNothing(this ReportForm form, Language language) => form with
    {
        Parts = [.. form.Parts.Select(part => part.With(form.Sections.Where(section => !part.Texts.ContainsKey(section.Ordinal)).Select(section => KeyValuePair.Create(section.Ordinal, language.In("无", "None")))))],
    };

    /// <summary>What the answer says of one task: 第四项也一起：… begins, with its progress, a task that was not being written.</summary>
    private static ReportForm OfTask(this ReportForm form, int ordinal, FormQuestion question, ReportBlock block) => form.Write([ordinal], form.PartOf(ordinal) is null ? form.TextsOf(block).Texts
        : CueSplit.SplitAnswer(block.Free, form.Sections, question.Section!) ?? FormChanges.Of(question, NothingToSay.Matches(block.Free) ? NothingToSay.Written(block.Free) : block.Free));

    private static Regex Again => field ??= new("^\\s*(?<name>[a-z ]{4,12}?|[\u4e00-\u9fff]{2,6}?)\\s+(?=[0-9]|none(?![a-z])|no(?![a-z]))");

    /// <summary>第一项问题资金不足，第二项问题没有: the section that was asked for is named with each task, and is no part of what is told.</summary>
    private static ReportText WithoutName(this ReportText parsed, SectionWords asked)
    {
        var name = new Regex($"^(?:的)?(?:{asked.Any})(?:是|方面|[:：,，])?\\s*(?=\\S)", RegexOptions.CultureInvariant);
        return parsed.Blocks.Count > 1 && parsed.Blocks.All(block => name.IsMatch(Spelling.Fold(block.Free)))
            ? parsed with { Blocks = [.. parsed.Blocks.Select(block => block with { Free = block.Free[name.Match(Spelling.Fold(block.Free)).Length..] })] } : parsed;
    }

    /// <summary>问题第三项是…，第四项没有: one section, of each task or of all.</summary>
    internal static ReportForm Answer(this ReportForm form, FormQuestion question, SectionOfTasks answer)
    {
        var section = (answer.Section ?? question.Section!).Ordinal;
        form = form with { Rewriting = null };
        return answer.Shared is { } shared
            ? form.Parts.Aggregate(form, (written, part) => written.Write(part.Ordinals, new Dictionary<int, string> { [section] = shared }))
            : answer.Texts.Aggregate(form, (written, text) => written.Write([text.Key], new Dictionary<int, string> { [section] = text.Value }));
    }

    /// <summary>The answer for the section that was asked for; what it says of others is added to them.</summary>
    private static FormPart Adding(this FormPart part, IReadOnlyDictionary<int, string> written, ReportSection asked) => part.With(written.Select(text =>
        text.Key != asked.Ordinal && part.Texts.TryGetValue(text.Key, out var before) && before != text.Value ? KeyValuePair.Create(text.Key, $"{before}\n{text.Value}") : text));

    /// <summary>不用就好。成效：… is said to the program, and left out.</summary>
    public static ReportText WithoutRemark(this ReportText report, Func<string, bool> isForProgram) =>
        report.Blocks is [{ Task: null, Free.Length: > 0, Sections.Count: > 0 } block] && isForProgram(block.Free) ? report with { Blocks = [block with { Free = "" }] } : report;

    /// <summary>资金不足。成效：… answers the question first: what stands before the labels is for the section that was asked for; 不用就好。成效：… is said to the program, and left out.</summary>
    public static ReportText Addressed(this ReportText report, FormQuestion question, Func<string, bool> isForProgram)
    {
        if (report.Blocks is not [{ Task: null, Free.Length: > 0, Sections.Count: > 0 } block])
            return report;
        var texts = new Dictionary<int, string>(block.Sections);
        if (report.WithoutRemark(isForProgram) is var left && left != report)
            return left;
        if (question.Section is not { } asked)
            return report;
        texts[asked.Ordinal] = texts.TryGetValue(asked.Ordinal, out var labelled) ? $"{block.Free}\n{labelled}" : block.Free;
        return report with { Blocks = [block with { Free = "", Sections = texts }] };
    }

    /// <summary>我说的是下一步: what was written last goes from its section to the one that is named.</summary>
    /// <returns>Null when nothing was written before the question.</returns>
    public static ReportForm? MoveLast(this ReportForm form, FormQuestion question, ReportSection to)
    {
        if (form.Before(question) is not { } from || from == to.Ordinal)
            return null;
        return form with
        {
            Parts = [.. form.Parts.Select(part => part.Ordinals.Any(question.Tasks.Contains) && part.Texts.TryGetValue(from, out var text)
                ? part with { Texts = part.Texts.Where(other => other.Key != from && other.Key != to.Ordinal).Append(KeyValuePair.Create(to.Ordinal, part.Texts.TryGetValue(to.Ordinal, out var there) ? $"{there}\n{text}" : text)).ToDictionary(), Whole = null } : part)],
        };
    }
}
