using Microsoft.Extensions.Options;
using PlanBot.UseCases.Doctor;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Channels.Teams.Doctor;

/// <summary>Whether the packed app in the current folder is this bot's.</summary>
public sealed class TeamsPackageCheckup(TeamsAppSettings app, IOptions<TeamsOptions> options, DoctorOrder order) : ICheckup
{
    public string Name => "teams-package";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(options.Value.IsOff && order.Package is null ? [] : [Find(order.Package ?? TeamsAppPackage.DefaultFile)]);

    private Finding Find(string file)
    {
        PackedTeamsApp? packed;
        try
        {
            using var stream = File.OpenRead(file);
            packed = TeamsAppPackage.Read(stream);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(Name, order.Package is null ? FindingState.Warning : FindingState.Failed, "no-package", file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(Name, FindingState.Failed, "unreadable-package", file);
        }
        return packed is null ? new(Name, FindingState.Failed, "unreadable-package", file)
            : app.AppId is { } id && !(Same(packed.BotId, id) && Same(packed.Id, id)) ? new(Name, FindingState.Failed, "other-app", file, packed.BotId, id)
            : app.Domain is { } domain && !packed.Domains.Any(listed => Same(listed, domain)) ? new(Name, FindingState.Failed, "other-domain", file, string.Join(", ", packed.Domains), domain)
            : new(Name, FindingState.Ok, "package", file, packed.Version);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
