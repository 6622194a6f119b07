using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Moq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.BotFramework;

public sealed class StateTests
{
    private readonly TestAdapter _adapter = new(TestAdapter.CreateConversation("c1"));

    [Fact]
    public async Task A_property_lives_on_in_the_next_turn()
    {
        var state = new ConversationState(new MemoryStorage());
        var draft = state.CreateProperty<Draft>("draft");
        var count = state.CreateProperty<int>("count");

        await TurnAsync(async turn =>
        {
            (await draft.GetAsync(turn, () => new Draft())).Sections["进展"] = "已完成";
            await count.SetAsync(turn, 3);
            await state.SaveChangesAsync(turn);
        });
        // A change inside the object that was read is a change of the state.
        await TurnAsync(async turn =>
        {
            (await draft.GetAsync(turn)).Sections["问题"] = "无";
            await state.SaveChangesAsync(turn);
        });

        await TurnAsync(async turn =>
        {
            Assert.Equal(["进展", "问题"], (await draft.GetAsync(turn)).Sections.Keys);
            Assert.Equal(3, await count.GetAsync(turn));
        });
    }

    [Fact]
    public async Task The_default_is_kept_and_without_one_there_is_none()
    {
        var state = new UserState(new MemoryStorage());
        var words = state.CreateProperty<List<string>>("words");

        await TurnAsync(async turn =>
        {
            Assert.Null(await words.GetAsync(turn));
            Assert.Equal(0, await state.CreateProperty<int>("number").GetAsync(turn));

            (await words.GetAsync(turn, () => [])).Add("a");

            Assert.Equal(["a"], await words.GetAsync(turn));
        });
    }

    [Fact]
    public async Task A_state_is_read_once_in_a_turn_and_written_only_when_it_changed()
    {
        var storage = new Mock<IStorage>();
        storage.Setup(s => s.ReadAsync(It.IsAny<string[]>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Dictionary<string, object>());
        var state = new ConversationState(storage.Object);
        var property = state.CreateProperty<string>("p");

        await TurnAsync(async turn =>
        {
            await state.SaveChangesAsync(turn, force: true); // nothing loaded, nothing to write
            await property.GetAsync(turn);
            await property.GetAsync(turn);
            await state.SaveChangesAsync(turn);
            VerifyWrites(0);

            await property.SetAsync(turn, "x");
            await state.SaveChangesAsync(turn);
            await state.SaveChangesAsync(turn);
            VerifyWrites(1);

            await state.SaveChangesAsync(turn, force: true);
            VerifyWrites(2);
        });

        storage.Verify(s => s.ReadAsync(new[] { "test/conversations/c1" }, It.IsAny<CancellationToken>()), Times.Once);

        void VerifyWrites(int times) =>
            storage.Verify(s => s.WriteAsync(It.IsAny<IDictionary<string, object>>(), It.IsAny<CancellationToken>()), Times.Exactly(times));
    }

    [Fact]
    public async Task Of_two_turns_at_once_the_one_that_saves_last_wins()
    {
        var state = new ConversationState(new MemoryStorage());
        var property = state.CreateProperty<string>("p");

        await TurnAsync(async first =>
        {
            await property.SetAsync(first, "first");
            await TurnAsync(async second =>
            {
                await property.SetAsync(second, "second");
                await state.SaveChangesAsync(second);
            });
            await state.SaveChangesAsync(first);
        });

        await TurnAsync(async turn => Assert.Equal("first", await property.GetAsync(turn)));
    }

    [Fact]
    public async Task Clearing_waits_for_the_save_and_deleting_does_not()
    {
        var storage = new MemoryStorage();
        var state = new ConversationState(storage);
        var property = state.CreateProperty<string>("p");
        await TurnAsync(async turn =>
        {
            await property.SetAsync(turn, "x");
            await state.SaveChangesAsync(turn);

            await state.ClearStateAsync(turn);
            Assert.Null(await property.GetAsync(turn));
            Assert.Single(await storage.ReadAsync(["test/conversations/c1"], default));
            await state.SaveChangesAsync(turn);
        });

        await TurnAsync(async turn =>
        {
            Assert.Null(await property.GetAsync(turn));
            await state.DeleteAsync(turn);
            Assert.Empty(await storage.ReadAsync(["test/conversations/c1"], default));
        });
    }

    [Fact]
    public async Task Each_scope_has_its_key()
    {
        var memory = new Dictionary<string, JObject>();
        var storage = new MemoryStorage(memory);
        BotState[] states = [new ConversationState(storage), new UserState(storage), new PrivateConversationState(storage)];
        _adapter.Use(new AutoSaveStateMiddleware(states));

        await TurnAsync(async turn =>
        {
            foreach (var state in states)
                await state.CreateProperty<int>("n").SetAsync(turn, 1);
        });

        Assert.Equal(["test/conversations/c1", "test/conversations/c1/users/user1", "test/users/user1"], memory.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_activity_without_the_ids_of_the_key_is_refused()
    {
        var turn = new TurnContext(_adapter, new Activity { Type = "message", ChannelId = "test" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => new ConversationState(new MemoryStorage()).LoadAsync(turn));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(new MemoryStorage()).LoadAsync(turn));
    }

    [Fact]
    public async Task A_store_item_is_not_written_over_another_version()
    {
        var storage = new MemoryStorage();
        await WriteAsync(new Item { Text = "one" });
        var mine = await ReadAsync();
        var theirs = await ReadAsync();
        theirs.Text = "two";
        await WriteAsync(theirs);

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(mine));
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(new Item()));
        mine.ETag = "*";
        await WriteAsync(mine);

        Assert.Equal("one", (await ReadAsync()).Text);

        Task WriteAsync(Item item) => storage.WriteAsync(new Dictionary<string, object> { ["k"] = item }, default);
        async Task<Item> ReadAsync() => (await storage.ReadAsync<Item>(["k", "none"]))["k"];
    }

    [Fact]
    public async Task What_is_read_is_a_copy()
    {
        var storage = new MemoryStorage();
        var item = new Item { Text = "one" };
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = item }, default);
        item.Text = "changed";

        Assert.Equal("one", (await storage.ReadAsync<Item>(["k"]))["k"].Text);
        await storage.DeleteAsync(["k", "none"], default);
        Assert.Empty(await storage.ReadAsync(["k"], default));
    }

    private Task TurnAsync(Func<ITurnContext, Task> bot) => _adapter.SendTextToBotAsync("喂", (turn, _) => bot(turn), default);

    public sealed class Draft
    {
        public Dictionary<string, string> Sections { get; } = [];
    }

    public sealed class Item : IStoreItem
    {
        public string? Text { get; set; }

        [JsonProperty("eTag")]
        public string? ETag { get; set; }
    }
}
