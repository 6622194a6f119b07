using Microsoft.Bot.Schema;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs;

/// <summary>Finds out who is speaking, and is all that somebody meets who is not known: ways in, and nothing of what is behind the door.</summary>
public sealed class Strangers(IPersonRepository people, IUnitRepository units, IRequestRepository requests, BindStranger bind)
{
    /// <summary>Whoever is bound to the user, or is listed with the account by which the channel knows the user: then the two are bound from now on.</summary>
    /// <returns>Null, or somebody with nothing to do here, is a stranger.</returns>
    public async Task<Person?> KnownAsync(string channel, ChannelAccount user, CancellationToken cancellationToken)
    {
        var person = await people.FindByIdentityAsync(channel, user.Id, cancellationToken);
        return Permissions.IsBound(person) ? person : await bind.ByListAsync(channel, user.Id, [user.AadObjectId, user.Id], cancellationToken) ?? person;
    }

    /// <summary>Takes a code or a claim; to anything else says how to be bound.</summary>
    /// <param name="usual">Language of the answer where the words show none.</param>
    public async Task<Reply> AnswerAsync(string channel, string userId, string text, Language usual, CancellationToken cancellationToken)
    {
        // The letters of a code are no English.
        var code = text.Length > Understand.LongestCommand ? null : InvitationCode.Read(text);
        var language = Languages.Of(code?.Words ?? text) ?? usual;
        if (code is { } typed)
            return await bind.ByCodeAsync(channel, userId, typed.Code, cancellationToken) switch
            {
                null => StrangerTexts.NoSuchCode(language),
                // Their day has not come, or is over.
                { } person when !Permissions.IsBound(person) => StrangerTexts.NotToday(language),
                { } person => CommonTexts.Greeting(person, language),
            };
        if (text.Length > Understand.LongestCommand || !Introduction.IsClaim(text))
            return await requests.LatestClaimAsync(channel, userId, cancellationToken) is { State: RequestState.Declined } ? StrangerTexts.Declined(language) : StrangerWords.Answer(text, language) ?? StrangerTexts.NotBound(language);
        var named = UnitNames.Find(Spelling.Plain(text), await units.AllAsync(cancellationToken)).Select(found => found.Mention).Where(mention => mention.One is not null).ToList();
        var unit = named.Select(mention => mention.One!.Id).Distinct().ToList() is [var only] ? only : (Guid?)null;
        // 我是市教委张敏: what is left of the sentence without its unit is the name.
        var name = Introduction.Speaker(named.Aggregate(text, (left, mention) => left.Replace(mention.Words, "", StringComparison.OrdinalIgnoreCase)));
        await bind.ClaimAsync(channel, userId, text, unit, name, cancellationToken);
        return StrangerTexts.Claimed(language);
    }
}
