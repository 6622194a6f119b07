using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The office's people: their list, how they become known, and how one takes another's place.</summary>
internal static class PeopleComposition
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.TryAddSingleton<ImportContacts>();
        services.TryAddSingleton<InviteToBrowser>();
        services.TryAddSingleton<InvitePerson>();
        services.TryAddSingleton<LinksToPaste>();
        services.TryAddSingleton<KeepAbsence>();
        services.TryAddSingleton<InviteUnbound>();
        services.TryAddSingleton<OutOfReach>();
        services.TryAddSingleton<InviteUnreached>();
        services.TryAddSingleton<BindStranger>();
        services.TryAddSingleton<ChangeContacts>();
        services.TryAddSingleton<KeepRequest>();
        services.TryAddSingleton<AskForHandover>();
        services.TryAddSingleton<AskForDetails>();
        services.AddSingleton<IGrantRequest, GrantHandover>();
        services.AddSingleton<IGrantRequest, GrantDetails>();
        services.AddSingleton<IGrantRequest, GrantClaim>();
        services.TryAddSingleton<DeskAccess>();
        return services;
    }
}
