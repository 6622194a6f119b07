using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What an utterance makes of a form. Every method returns a new form and loses no text.</summary>
public static class FormChanges
{
    /// <summary>Takes in a report as typed: blocks with a task go there; one without waits for its task, unless only one can be meant.</summary>
    public static ReportForm Take(this ReportForm form, ReportText report)
    {
        foreach (var block in report.Blocks)
        {
            var texts = new Dictionary<int, string>(block.Sections);
            if (block.Free.Length > 0)
                texts[form.Progress.Ordinal] = texts.TryGetValue(form.Progress.Ordinal, out var progress) ? $"{block.Free}\n{progress}" : block.Free;
            if (block.Task is { } ordinal)
                form = form.Write([form.Find(ordinal)!.Ordinal], texts);
            else if (form.Parts.Count == 1)
                form = form.Write(form.Parts[0].Ordinals, texts);
            else
                form = form with { Unplaced = (form.Unplaced ?? new([], new Dictionary<int, string>())).With(texts) };
        }
        return form.Unplaced is not null && form.Choices.Count == 1 ? form.Place([form.Choices[0].Ordinal]) : form;
    }

    /// <summary>One text for every task that can be meant.</summary>
    public static ReportForm TakeForAll(this ReportForm form, ReportText report) =>
        (form with { Unplaced = null }).Write([.. form.Choices.Select(task => task.Ordinal)], report.Blocks[0].Sections);

    /// <summary>Says which tasks the waiting texts, or the waiting correction, are for.</summary>
    public static ReportForm Place(this ReportForm form, IReadOnlyList<int> ordinals)
    {
        if (form.UnplacedCorrection is { } correction)
            return (form with { UnplacedCorrection = null }).Correct(correction with { Tasks = ordinals });
        var texts = form.Unplaced?.Texts ?? new Dictionary<int, string>();
        return (form with { Unplaced = null }).Write(ordinals, texts);
    }

    /// <summary>Writes texts for these tasks; what they share stays shared, and a task alone starts from what is known of it.</summary>
    public static ReportForm Write(this ReportForm form, IReadOnlyList<int> ordinals, IReadOnlyDictionary<int, string> texts)
    {
        if (form.Parts.FirstOrDefault(part => part.Ordinals.SequenceEqual(ordinals)) is { } same)
            return form with { Rewriting = null, Parts = [.. form.Parts.Select(part => part == same ? part.With(texts) : part)] };
        var earlier = form.PartOf(ordinals[0]);
        var start = earlier?.Texts ?? (ordinals.Count == 1 ? form.Find(ordinals[0])!.Known : new Dictionary<int, string>());
        var rest = form.Parts.Select(part => part with { Ordinals = [.. part.Ordinals.Except(ordinals)] }).Where(part => part.Ordinals.Count > 0);
        return form with
        {
            Rewriting = null,
            Parts = [.. rest.Append(new FormPart(ordinals, start).With(texts)).OrderBy(part => part.Ordinals[0])],
        };
    }

    /// <summary>The answer to a section's question. Given with task numbers, it is split among them; otherwise it holds for all that were asked about.</summary>
    public static ReportForm Answer(this ReportForm form, FormQuestion question, string text, ReportText parsed)
    {
        if (parsed.NamesTasks && !parsed.HasLabels)
        {
            foreach (var block in parsed.Blocks.Where(block => block.Task is not null && block.Free.Length > 0))
                form = form.Write([form.Find(block.Task!.Value)!.Ordinal], Of(question, block.Free));
            return form;
        }
        var written = Of(question, NothingToSay.Matches(text) ? NothingToSay.Written(text) : text.Trim());
        return form with
        {
            Rewriting = null,
            Parts = [.. form.Parts.Select(part => part.Ordinals.Any(question.Tasks.Contains) ? part.With(written) : part)],
        };
    }

    /// <summary>Changes one section only. Without a task number it is clear what is meant when there is one part, or one task.</summary>
    public static ReportForm Correct(this ReportForm form, Correction correction)
    {
        var targets = correction.Tasks.Count > 0 ? [.. correction.Tasks.Select(ordinal => form.Find(ordinal)!.Ordinal)]
            : form.Parts.Count == 1 ? form.Parts[0].Ordinals
            : form.Parts.Count == 0 && form.Tasks.Count == 1 ? [form.Tasks[0].Ordinal]
            : form.Parts.Count == 0 && form.Tasks.Count(task => !task.IsOpen) == 1 ? [form.Tasks.First(task => !task.IsOpen).Ordinal]
            : (IReadOnlyList<int>)[];
        if (targets.Count == 0)
            return form with { UnplacedCorrection = correction };
        // A shared text that is changed for all its tasks stays shared; any other change is a task's own.
        var groups = form.Parts.Any(part => part.Ordinals.SequenceEqual(targets)) ? [targets] : targets.Select(ordinal => (IReadOnlyList<int>)[ordinal]);
        foreach (var group in groups)
        {
            var before = (form.PartOf(group[0])?.Texts ?? form.Find(group[0])!.Known).GetValueOrDefault(correction.Section.Ordinal);
            form = correction.Text.Length == 0
                ? form.Write(group, new Dictionary<int, string>()) with { Rewriting = correction.Section.Ordinal }
                : form.Write(group, new Dictionary<int, string> { [correction.Section.Ordinal] = correction.ApplyTo(before) });
        }
        return form;
    }

    /// <summary>本季无新进展: the words themselves are the progress of everything open, and there is nothing else to say.</summary>
    public static ReportForm Nil(this ReportForm form, string said)
    {
        var none = NothingToSay.Written(said);
        var texts = form.Sections.ToDictionary(section => section.Ordinal, section => section == form.Progress ? LabelScan.Tidy(said).TrimEnd('。', '.', '！', '!') : none);
        return form with { Parts = [new([.. form.Choices.Select(task => task.Ordinal)], texts)] };
    }

    private static Dictionary<int, string> Of(FormQuestion question, string text) => new() { [question.Section!.Ordinal] = text };
}
