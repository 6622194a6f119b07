using System.Security.Cryptography;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases.Webhooks;

/// <summary>Registers and removes webhooks.</summary>
public sealed class KeepWebhooks(IDatabase database, WebhookRepository webhooks, IAuditRepository audit, TimeProvider clock, [FromKeyedServices("wall")] TimeProvider wall)
{
    private const string Channel = "command";

    /// <param name="url">One that <see cref="IWebhookPost.WhyNot"/> has nothing against.</param>
    /// <param name="planId">Null for all plans.</param>
    /// <returns>The webhook with its secret, which is told of what happens from now on.</returns>
    public Task<Webhook> AddAsync(string url, WebhookEvents events, Guid? planId, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            var webhook = new Webhook
            {
                Id = Guid.CreateVersion7(now), Url = url, Secret = SendWebhooks.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Events = events, PlanId = planId,
                MadeAt = wall.GetUtcNow(), OverdueUntil = now,
            };
            await webhooks.AddAsync(webhook, token);
            await audit.AddAsync(
                new() { Id = Guid.CreateVersion7(now), At = now, Channel = Channel, Action = "add-webhook", Subject = "webhook", SubjectId = webhook.Id, After = JsonSerializer.Serialize(new { text = url }) }, token);
            return webhook;
        },
        cancellationToken);

    /// <returns>False when there is none.</returns>
    public Task<bool> RemoveAsync(Webhook webhook, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (!await webhooks.RemoveAsync(webhook.Id, wall.GetUtcNow(), token))
                return false;
            await audit.AddAsync(
                new() { Id = Guid.CreateVersion7(now), At = now, Channel = Channel, Action = "remove-webhook", Subject = "webhook", SubjectId = webhook.Id, After = JsonSerializer.Serialize(new { text = webhook.Url }) }, token);
            return true;
        },
        cancellationToken);
}
