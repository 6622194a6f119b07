using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Carries a form to the ledger: as a draft after every answer, as a report once confirmed.</summary>
public sealed class ReportFiling(SubmitReport submit, SaveDraft drafts, LooseTexts loose, EffortRepository efforts, TimeProvider clock)
{
    /// <summary>Keeps what has been written so far.</summary>
    public async Task KeepAsync(ReportForm form, Asker asker, CancellationToken cancellationToken)
    {
        foreach (var part in form.Parts.Where(part => part.Texts.Count > 0))
        {
            foreach (var task in part.Ordinals.Select(ordinal => form.Find(ordinal)!))
            {
                if (task.Colleague is { } colleague && colleague.Sections.Any(text => part.Texts.GetValueOrDefault(text.Key) != text.Value))
                    await loose.PutAsideAsync(form, task, colleague, cancellationToken);
                await drafts.RunAsync(new ReportDraft(task.ObligationId, asker.Person.Id, clock.GetUtcNow(), part.Texts), cancellationToken);
            }
        }
    }

    /// <summary>Takes back what the form has kept; a draft that was there before it comes back.</summary>
    public async Task DropAsync(ReportForm form, Asker asker, CancellationToken cancellationToken)
    {
        foreach (var task in form.Parts.SelectMany(part => part.Ordinals).Select(ordinal => form.Find(ordinal)!))
        {
            if (task is { Colleague: { } colleague, IsOpen: true })
            {
                await drafts.RunAsync(new ReportDraft(task.ObligationId, colleague.AuthorId, colleague.SavedAt, colleague.Sections), cancellationToken);
                await loose.ForgetAsync(colleague.KeptId, cancellationToken);
            }
            else if (task is { HadDraft: true, IsOpen: true })
                await drafts.RunAsync(new ReportDraft(task.ObligationId, asker.Person.Id, clock.GetUtcNow(), task.Known), cancellationToken);
            else
                await drafts.DiscardAsync(task.ObligationId, asker.Person.Id, cancellationToken);
        }
    }

    public async Task<SubmitResult> FileAsync(ReportForm form, Asker asker, CancellationToken cancellationToken)
    {
        var reports = form.Parts.SelectMany(part => part.Ordinals.Select(ordinal => form.Find(ordinal)!)
            .Select(task => new TaskReport(task.ObligationId, part.Texts, task.Version)));
        var result = await submit.RunAsync(new Submission(asker.Person.Id, asker.Channel, [.. reports]), cancellationToken);
        if (result is SubmitResult.Filed)
            await efforts.AddAsync(EffortOf(form, asker), cancellationToken);
        return result;
    }

    private ReportEffort EffortOf(ReportForm form, Asker asker)
    {
        var now = clock.GetUtcNow();
        // A form card that comes filled in has asked nothing.
        return new()
        {
            Id = Guid.CreateVersion7(now), PersonId = asker.Person.Id, UnitId = form.UnitId, PlanId = form.PlanId, Period = form.Key, StartedAt = form.StartedAt ?? now, FiledAt = now,
            Questions = form.Asked.Count, Repeated = form.Repeated(),
        };
    }
}
