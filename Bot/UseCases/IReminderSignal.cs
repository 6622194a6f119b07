namespace PlanBot.UseCases;

/// <summary>Says that messages wait to be sent now; without it they leave at the next regular look.</summary>
public interface IReminderSignal
{
    Task SendSoonAsync(CancellationToken cancellationToken);
}
