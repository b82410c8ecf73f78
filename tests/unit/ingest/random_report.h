#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

namespace campaign_lens {

/// Random numbers that are the same on every platform, which the standard's distributions are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t sides) { return engine_() % sides; }
  template <std::size_t n>
  std::string pick(const char* const (&choices)[n]) {
    return choices[below(n)];
  }

 private:
  std::mt19937 engine_;
};

/// A bare array of a few records with values of all kinds.
std::string random_report(Dice& dice);
/// The same of more records, written alike but for their values and a field here and there.
std::string random_alike_report(Dice& dice);
/// A report in any of the containers, with a few records of each table.
std::string random_container(Dice& dice);

/// Changes one byte, loses or adds a few.
void damage_in_place(Dice& dice, std::string& json);
/// The same, or cuts the rest off, or swaps two.
void damage(Dice& dice, std::string& json);
/// Loses up to a hundred bytes or overwrites them with zeros.
void damage_badly(Dice& dice, std::string& json);

}  // namespace campaign_lens
