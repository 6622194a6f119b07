using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>有没有暂停的: whose reminders rest, and until when.</summary>
public sealed class PausedAnswers(PauseReminders pauses)
{
    /// <param name="units">Only of these; null for all. A pause of all units is told in either case.</param>
    public async Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken)
    {
        var language = question.Language;
        var lines = new List<string>();
        foreach (var view in question.Plans)
        {
            lines.AddRange((await pauses.InForceAsync(view.Plan.Id, cancellationToken)).Where(pause => units is null || pause.UnitId is not { } unit || units.Contains(unit))
                .Select(pause => PauseTexts.InForce(view.Units.FirstOrDefault(unit => unit.Id == pause.UnitId)?.Name, pause.Until, view.Zone, language)));
        }
        return lines.Count > 0 ? new(string.Join('\n', lines)) { Buttons = [PauseTexts.Resume(null, language), Buttons.NextReminders(language)] } : PauseTexts.NothingPaused(language);
    }
}
