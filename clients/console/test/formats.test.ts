import { describe, expect, it } from '@jest/globals';
import { formatsOf } from '../src/language/formats.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('Numbers, days and money', () => {
  const [fr, en] = [formatsOf('fr'), formatsOf('en')];

  it('shortens millions, and writes smaller amounts out', () => {
    expect(plain(fr.money({ amount: '4000000.00', currency: 'EUR' }))).toBe('4 M €');
    expect(plain(fr.money({ amount: '3550000.00', currency: 'EUR' }))).toBe('3,55 M €');
    expect(plain(fr.money({ amount: '92000.00', currency: 'EUR' }))).toBe('92 000 €');
    expect(en.money({ amount: '92000.00', currency: 'EUR' })).toBe('€92,000');
  });

  it('keeps the cents where there are some', () => {
    expect(plain(fr.money({ amount: '130.50', currency: 'EUR' }))).toBe('130,50 €');
  });

  it('writes a day as the reader does, whatever their time zone', () => {
    expect(plain(fr.day('2025-12-31'))).toBe('31 déc. 2025');
    expect(plain(en.day('2025-12-31'))).toBe('31 Dec 2025');
  });

  it('gives a change its sign, and no change none', () => {
    expect(plain(fr.change(0.142))).toBe('+14,2 %');
    expect(plain(fr.change(0))).toBe('0 %');
  });

  it('writes minutes of flight as hours and minutes', () => {
    expect(fr.duration(145)).toBe('2 h 25');
    expect(fr.duration(120)).toBe('2 h 00');
    expect(en.duration(45)).toBe('45 min');
  });

  it('shows no clock rather than a wrong one where the time zone is not known', () => {
    expect(fr.clock('Mars/Olympus', new Date(0))).toBe('–');
    expect(fr.clock('Africa/Casablanca', new Date('2026-11-23T12:00:00Z'))).toBe('13:00');
  });
});
