using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>看板: a personal way in to the dashboard, never shown where others read along.</summary>
public sealed class DashboardAnswers(DeskAccess access)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken) => question.Asker.Readers.Count > 0
        ? new(DeskDoorTexts.InPrivateOnly(question.Language))
        : DeskDoorTexts.Link(await access.InviteAsync(question.Asker.Person.Id, cancellationToken), (int)DeskAccess.LinkLifetime.TotalMinutes, question.Language);
}
