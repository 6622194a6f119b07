using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using PlanBot.Channels.Browser;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>Makes the office's people reachable before they have written: by the staff ids on its list, and by the mobile numbers of those whom no other chat reaches. Looks once an hour.</summary>
/// <remarks>Binding somebody twice, or on two nodes, is the same as once. Questions about contacts are not counted in DingTalk's quota.</remarks>
public sealed partial class DingTalkDirectory(
    DingTalkApi api, BindStranger bind, IContactListRepository list, IPersonRepository people, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkDirectory> logger)
    : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromDays(1);
    private readonly Dictionary<string, DateTimeOffset> askedAt = [];

    /// <summary>One look.</summary>
    /// <returns>People who became reachable.</returns>
    internal async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var bound = await BindListedAsync(cancellationToken);
        return options.Value.FindByMobile ? bound + await BindByMobileAsync(cancellationToken) : bound;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await LookAsync(stoppingToken) is > 0 and var count)
                    LogBound(count);
            }
            catch (Exception exception) when (exception is DatabaseUnavailableException or DingTalkException or HttpRequestException or TaskCanceledException && !stoppingToken.IsCancellationRequested)
            {
                LogTrouble(exception.Message, (exception as DingTalkException)?.Scope ?? "");
            }
            await Task.Delay(BetweenLooks, wall, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> BindListedAsync(CancellationToken cancellationToken)
    {
        var known = (await people.IdentitiesOnAsync(DingTalkOptions.Channel, cancellationToken)).Select(identity => identity.UserId).ToHashSet();
        var count = 0;
        foreach (var listed in (await list.AccountsAsync(cancellationToken)).Where(account => account.Channel == DingTalkOptions.Channel && !known.Contains(account.Account)))
        {
            if (await bind.ByListAsync(DingTalkOptions.Channel, listed.Account, [listed.Account], cancellationToken) is not null)
                count++;
        }
        return count;
    }

    private async Task<int> BindByMobileAsync(CancellationToken cancellationToken)
    {
        var (now, count) = (wall.GetUtcNow(), 0);
        foreach (var person in (await people.AllAsync(cancellationToken)).Where(person => person.Mobile is { Length: > 0 } && Permissions.IsBound(person)))
        {
            if (askedAt.TryGetValue(person.Mobile!, out var at) && now - at < BetweenQuestions)
                continue;
            if ((await people.IdentitiesAsync(person.Id, cancellationToken)).Any(identity => identity.Channel != BrowserOptions.Channel))
                continue;
            if (await FindAsync(person, cancellationToken) is { } staff && await bind.ByMobileAsync(DingTalkOptions.Channel, staff, person.Mobile!, cancellationToken) is not null)
                count++;
            askedAt[person.Mobile!] = now;
        }
        return count;
    }

    /// <returns>Null when DingTalk knows nobody with that number.</returns>
    private async Task<string?> FindAsync(Person person, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.AskContactsAsync("/topapi/v2/user/getbymobile", new JObject { ["mobile"] = person.Mobile }, cancellationToken);
            return RobotMessage.Text((answer["result"] as JObject)?["userid"]);
        }
        catch (DingTalkException refusal) when (refusal.Refusal is Refusal.NoSuchPerson or Refusal.Other or Refusal.OutOfSight)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} people can now be written to in DingTalk")]
    private partial void LogBound(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "People could not be looked up in DingTalk: {Reason} {Scope}")]
    private partial void LogTrouble(string reason, string scope);
}
