using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The office's people: their list, and how they become known.</summary>
internal static class PeopleComposition
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<ImportContacts>();
}
