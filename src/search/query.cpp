#include "search/query.hpp"

#include "search/folded_text.hpp"
#include "search/pinyin.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace jinsha::search {
namespace {

constexpr std::size_t kMostLetters = 64;
constexpr std::uint32_t kBeginsWord = 1u << 31;

// Costs of meeting one character, and of where a match stands. A name that is spelled out comes before one
// whose pinyin is, that before first letters; among equals the one that begins with what was typed.
constexpr int kSyllableCost = 10, kInitialCost = 30;
// Most write one letter a character: "jsh" means 金沙湖 rather than the beginning of 金沙江.
constexpr int kTwoLetterInitialCost = 70;
constexpr int kBeginsWordCost = 25, kInsideCost = 50, kApartCost = 200;
constexpr int kLongestCounted = 24;  // each character more than typed costs 1

constexpr int kNoMatch = std::numeric_limits<int>::max();

bool is_letter(char32_t c) {
    return c >= U'a' && c <= U'z';
}

std::uint32_t letter_bit(char32_t letter) {
    return 1u << (letter - U'a');
}

/// Can what begins with this letter be typed for the cell?
bool may_begin(const Cell& cell, char32_t letter) {
    return is_letter(letter) ? (cell.traits & letter_bit(letter)) != 0 : cell.code == letter;
}

/// Meets letters with the cells of a text from one of its places on, each way once.
class Spelling {
public:
    Spelling(std::u32string_view letters, std::span<const Cell> text)
        : letters_{letters}, text_{text}, known_((letters.size() + 1) * (letters.size() + 1)) {}

    struct Outcome {
        int cost{kNoMatch};
        std::size_t end{};  // one past the last cell
    };

    Outcome from(std::size_t first) {
        first_ = first;
        ++attempt_;
        return best(0, first);
    }

private:
    struct Known {
        Outcome outcome;
        std::uint32_t attempt{};  // it is of; others are as good as empty
    };

    /// The cheapest way to meet letters [letter, …) with cells [cell, …).
    Outcome best(std::size_t letter, std::size_t cell) {
        if (letter == letters_.size()) return {0, cell};
        if (cell == text_.size()) return {};
        // A cell takes at least one letter, so this many places are enough.
        Known& known = known_[letter * (letters_.size() + 1) + (cell - first_)];
        if (known.attempt != attempt_) known = {try_cell(letter, cell), attempt_};
        return known.outcome;
    }

    Outcome try_cell(std::size_t letter, std::size_t cell) {
        Outcome outcome;
        const auto offer = [&](int cost, std::size_t taken) {
            if (letter + taken > letters_.size()) return;
            const Outcome rest = best(letter + taken, cell + 1);
            if (rest.cost != kNoMatch && rest.cost + cost < outcome.cost) {
                outcome = {rest.cost + cost, rest.end};
            }
        };
        if (text_[cell].code == letters_[letter]) {
            offer(0, 1);
            return outcome;  // no other spelling is cheaper
        }
        if (!may_begin(text_[cell], letters_[letter])) return outcome;
        for (const std::uint16_t reading : readings(text_[cell].code))
            offer_reading(syllable(reading), letter, offer);
        return outcome;
    }

    template <class Offer>
    void offer_reading(std::string_view sound, std::size_t letter, const Offer& offer) const {
        const std::u32string_view rest = letters_.substr(letter);
        const std::size_t common = static_cast<std::size_t>(
            std::ranges::mismatch(sound, rest,
                                  [](char a, char32_t b) { return static_cast<char32_t>(a) == b; })
                .in1 -
            sound.begin());
        if (common == sound.size()) {
            offer(kSyllableCost, common);
        } else if (common == rest.size() && common > 1 && !(common == 2 && sound[1] == 'h')) {
            // The end of what is typed so far; "sh" alone is an initial.
            offer(kSyllableCost, common);
        }
        if (common >= 1) offer(kInitialCost, 1);
        if (common >= 2 && sound[1] == 'h') offer(kTwoLetterInitialCost, 2);  // zh, ch, sh
    }

    std::u32string_view letters_;
    std::span<const Cell> text_;
    std::size_t first_{};
    std::uint32_t attempt_{};
    std::vector<Known> known_;
};

int place_cost(std::span<const Cell> text, std::size_t first) {
    if (first == 0) return 0;
    return (text[first].traits & kBeginsWord) != 0 ? kBeginsWordCost : kInsideCost;
}

}  // namespace

Cell cell_of(char32_t folded_code, bool begins_word) {
    Cell cell{folded_code, begins_word ? kBeginsWord : 0};
    if (is_letter(folded_code)) cell.traits |= letter_bit(folded_code);
    for (const std::uint16_t reading : readings(folded_code)) {
        cell.traits |= letter_bit(static_cast<char32_t>(syllable(reading).front()));
    }
    return cell;
}

Query::Query(std::string_view typed) {
    std::u32string word;
    std::size_t last_end = 0;
    for (const FoldedCharacter& character : fold(typed)) {
        if (letters_.size() == kMostLetters) break;
        const std::string_view between = character.begin > last_end
                                             ? typed.substr(last_end, character.begin - last_end)
                                             : std::string_view{};
        const bool is_apart = between.find(' ') != between.npos || between.find("\u3000") != between.npos;
        if (is_apart && !word.empty()) words_.push_back(std::exchange(word, {}));
        letters_.push_back(character.code);
        word.push_back(character.code);
        last_end = character.end;
    }
    if (!words_.empty()) words_.push_back(word);
}

std::optional<Match> Query::match(std::span<const Cell> text) const {
    if (letters_.empty()) return std::nullopt;
    if (const auto whole = match_letters(letters_, text)) return whole;
    std::optional<Match> all;
    for (const std::u32string& word : words_) {
        const auto one = match_letters(word, text);
        if (!one) return std::nullopt;
        if (!all) {
            all = one;
            all->cost += kApartCost;
        } else {
            all->cost += one->cost;
        }
    }
    return all;
}

std::optional<Match> Query::match_letters(std::u32string_view letters, std::span<const Cell> text) {
    std::optional<Match> found;
    std::optional<Spelling> spelling;  // most texts need none
    for (std::size_t first = 0; first < text.size(); ++first) {
        if (!may_begin(text[first], letters.front())) continue;
        if (!spelling) spelling.emplace(letters, text);
        const auto outcome = spelling->from(first);
        if (outcome.cost == kNoMatch) continue;
        const auto more =
            static_cast<int>(std::min<std::size_t>(text.size() - (outcome.end - first), kLongestCounted));
        const int cost = outcome.cost + place_cost(text, first) + more;
        if (!found || cost < found->cost) found = Match{first, outcome.end, cost};
    }
    return found;
}

}  // namespace jinsha::search
