using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class BindingRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly DateTimeOffset Now = Ledgers.At("2020-04-01 09:00");

    private BindingRepository Binding => new(Database);

    private Guid Person => Ledger.People[0].Id;

    [DatabaseFact]
    public async Task An_invitation_works_once_and_not_for_ever()
    {
        await Binding.AddInvitationAsync("aa", Person, Ledger.Coordinator.Id, Now, Now.AddDays(7), None);
        await Binding.AddInvitationAsync("bb", Person, null, Now, Now.AddDays(7), None);

        Assert.Null(await Binding.UseInvitationAsync("cc", Now, None));
        Assert.Equal(Person, await Binding.UseInvitationAsync("aa", Now, None));
        Assert.Null(await Binding.UseInvitationAsync("aa", Now, None));
        Assert.Null(await Binding.UseInvitationAsync("bb", Now.AddDays(7), None));
    }

    [DatabaseFact]
    public async Task Invitations_and_links_of_a_person_end_together()
    {
        var links = new SignInLinkRepository(Database);
        await Binding.AddInvitationAsync("aa", Person, null, Now, Now.AddDays(7), None);
        await Binding.AddInvitationAsync("other", Ledger.People[1].Id, null, Now, Now.AddDays(7), None);
        await links.AddAsync("link", Person, Now.AddDays(7), None);

        await Binding.EndInvitationsAsync(Person, Now, None);

        Assert.Null(await Binding.UseInvitationAsync("aa", Now, None));
        Assert.Null(await links.UseAsync("link", Now, None));
        Assert.NotNull(await Binding.UseInvitationAsync("other", Now, None));
    }

    [DatabaseFact]
    public async Task Attempts_are_counted_for_each_user_and_anew_after_the_window()
    {
        async Task<int> CountAsync(string user, int minutes) =>
            await Binding.CountAttemptAsync("directline", user, Now.AddMinutes(minutes), Now.AddMinutes(minutes - 60), None);

        var counts = new List<int>();
        foreach (var (user, minutes) in new[] { ("a", 0), ("a", 1), ("b", 2), ("a", 59), ("a", 60), ("a", 61) })
            counts.Add(await CountAsync(user, minutes));

        Assert.Equal([1, 2, 1, 3, 1, 2], counts);
    }
}
