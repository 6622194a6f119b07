using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace PlanBot.Tests.BotFramework.Inside;

/// <summary>What the official packages fail at, or do by halves, and the seam does.</summary>
public sealed class KindnessTests : SeamHost
{
    [Fact]
    public void A_mention_made_in_code_is_found_like_one_from_the_wire()
    {
        var activity = new Activity { Entities = [new Mention(new ChannelAccount("u1"), "<at>王芳</at>"), new Entity("clientInfo")] };

        Assert.Equal("u1", Assert.Single(activity.GetMentions()).Mentioned.Id);
        Assert.Empty(new Activity().GetMentions());
    }

    [Fact]
    public async Task A_change_inside_what_was_read_is_kept_however_the_storage_gave_it_back()
    {
        var (adapter, state) = (new TestAdapter(TestAdapter.CreateConversation("c1")), new ConversationState(new MemoryStorage(JsonSerializer.CreateDefault())));
        var words = state.CreateProperty<List<string>>("words");
        foreach (var word in new[] { "进展", "问题" })
            await TurnAsync(async turn =>
            {
                (await words.GetAsync(turn, () => [])).Add(word);
                await state.SaveChangesAsync(turn);
            });

        await TurnAsync(async turn => Assert.Equal(["进展", "问题"], await words.GetAsync(turn)));

        Task TurnAsync(Func<ITurnContext, Task> body) => adapter.SendTextToBotAsync("早", (turn, _) => body(turn), default);
    }

    [Fact]
    public async Task Members_who_join_and_are_nobody_break_no_turn()
    {
        var joined = Teams.Message("", type: "conversationUpdate");
        joined["membersAdded"] = new JsonArray(null, new JsonObject { ["name"] = "nobody" }, new JsonObject { ["id"] = "29:zhang" });

        Assert.Equal(200, (await PostAsync(joined, new Silent().OnTurnAsync)).Status);
    }

    private sealed class Silent : TeamsActivityHandler;
}
